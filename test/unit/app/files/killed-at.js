// Ends its process, as a kill does, at the n-th call that changes a file under a folder: PACTCHECK_KILL=n:folder.
// Loaded before a program, in its threads too; at 0 it only counts, on the file descriptor 3 where there is one.
const fs = require('node:fs');

const [, limit, folder] = /^(\d+):(.*)$/.exec(process.env.PACTCHECK_KILL ?? '') ?? [];
const CALLS = ['writeFileSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'copyFileSync'];
let count = 0;

if (folder !== undefined)
  for (const name of CALLS) {
    const call = fs[name];
    fs[name] = (...words) => {
      if (!String(words[0]).startsWith(folder)) return call(...words);
      count += 1;
      if (count === Number(limit)) {
        // Half of what it was to write is there.
        if (name === 'writeFileSync') call(words[0], Buffer.from(words[1]).subarray(0, words[1].length / 2));
        process.kill(process.pid, 'SIGKILL');
        for (;;);
      }
      return call(...words);
    };
  }
