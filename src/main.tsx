/** Mounts App; nothing else. Until there is an App the painted shell of index.html stays. */
performance.mark('main')
