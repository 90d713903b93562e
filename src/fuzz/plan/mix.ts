/** Of so many mutants one is spoiled on its way, and about as many as here are departures; the others are valid. */
export const [ALL, BROKEN, DEPARTURES] = [16, 1, 7];
