import { Socket } from 'node:net';

/*
 * Loaded before a program that is to have no network (`node --import`): whatever it wants to connect
 * to is out of reach, also on this machine. Who connects to it is served as ever.
 */
Socket.prototype.connect = function connect(this: Socket): Socket {
  const error = Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH' });
  process.nextTick(() => this.destroy(error));
  return this;
};
