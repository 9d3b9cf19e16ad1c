export { listen, type Endpoint, type ListenOptions } from './listen';
