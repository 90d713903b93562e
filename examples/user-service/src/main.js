'use strict';

const { buildApp } = require('./app');
const { openDatabase } = require('./database');

const { app } = buildApp(openDatabase(process.env.DATABASE));

app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) }).then((url) => console.log(`users at ${url}`));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close());
