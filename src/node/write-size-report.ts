import type { SizeResult } from '../study/size/size-result.ts';

export async function writeSizeReport(_folder: string, _result: SizeResult): Promise<void> {}
