import { defineConfig } from 'pactcheck';

export default defineConfig({
  contracts: [
    {
      contract: 'user-update-resp',
      document: 'contracts/user-update-resp/UserUpdateResp.md',
      parsers: [
        {
          parser: 'contracts/user-update-resp/consumer/parser.ts#parseUser',
          rejectsWith: ['UnreadableResponse'],
        },
      ],
    },
  ],
  thresholds: { classes: 90, pairs: 100 },
});
