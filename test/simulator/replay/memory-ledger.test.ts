import { MemoryLedger } from '../../../lib/simulator/replay/memory-ledger';
import { ledgerStories } from '../../replay/ledger-stories';

ledgerStories(() => new MemoryLedger());
