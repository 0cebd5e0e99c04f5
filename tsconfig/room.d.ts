// Keeps the project of a room that has no code yet from failing with TS18003. It declares nothing.
export {}
