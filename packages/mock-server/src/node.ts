export { type Listener, type ListenOptions, listen } from './node/listen.ts';
export { ListenError, type ListenErrorCode } from './node/listen-error.ts';
export type { ServedRequest } from './node/serve-requests.ts';
