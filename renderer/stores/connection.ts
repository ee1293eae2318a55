import { create } from 'zustand';

interface Connection {
  readonly isLost: boolean;
}

export const useConnection = create<Connection>()(() => ({ isLost: false }));
