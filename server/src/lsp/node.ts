/** Entry of `dist/server.js`. */
import { startServer } from './start';

startServer();
