import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Command } from 'commander';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { credentialsInText } from '../explain/credentials.ts';
import { type Explained, report } from '../explain/report.ts';
import { textOf } from '../explain/forms/plain-text.ts';
import { ExplainInputError, type Input } from '../explain/input.ts';
import { linesOf } from '../explain/lines.ts';
import { explainNdjson } from '../explain/ndjson.ts';
import { parseInput } from '../explain/parse.ts';
import { credentialsOf } from '../../lambda/redaction/credentials.ts';
import { redactorFor, withoutCredentials } from '../explain/safe.ts';
import { styleFor } from '../terminal/style.ts';
import { UsageError } from './usage-error.ts';

/** More than any response that a person pastes; a HAR of a long session may be this large. */
const MAX_INPUT_BYTES = 128 * 1024 * 1024;
/** Lines become hard to follow when they are longer. */
const MAX_COLUMNS = 100;
