/** The command line was not understood. Caught where the exit code is made. */
export class UsageError extends Error {}
