import { crc32, crc64 } from '../../../../lib/simulator/endpoint/s3/crc';

// The check values of the catalogue of parametrised CRC algorithms.
const DIGITS = Buffer.from('123456789');

test('CRC32, CRC32C and CRC64NVME have their check values', () => {
  expect(crc32(DIGITS, 'crc32').toString('hex')).toBe('cbf43926');
  expect(crc32(DIGITS, 'crc32c').toString('hex')).toBe('e3069283');
  expect(crc64(DIGITS).toString('hex')).toBe('ae8b14860a799888');
});

test('nothing has the checksum zero', () => {
  expect(crc32(Buffer.alloc(0), 'crc32').toString('hex')).toBe('00000000');
  expect(crc64(Buffer.alloc(0)).toString('hex')).toBe('0000000000000000');
});
