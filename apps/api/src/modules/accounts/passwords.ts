import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { fieldName } from '@ocop/contracts';
import { searchKey } from '@ocop/domain';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';

/** Argon2id after RFC 9106, second recommendation: 64 MiB, 3 passes; one lane, since one core serves many people. */
const HASH_COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), HASH_COST);

/** A hash of nothing anybody knows: an unknown name costs the same as a wrong password. */
let nobody: Promise<string> | null = null;

/** Whether the password is that of the hash; null = no such account, which takes as long and is never right. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(generatePassword());
  const right = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return right && passwordHash !== null;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 20 letters in groups of five: about 99 random bits, readable over the telephone. */
export const generatePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

/** What is first tried in Vietnam and is in no English list. */
const OFTEN_TRIED = ['matkhau', 'anhyeuem', 'vietnam', 'yeuem', 'saigon', 'hanoi', 'ocop', 'huongtra', 'thuathienhue', 'uyban', 'nhandan', 'moixamotsanpham'];
/** A longer text only costs time and is strong in its first part already. */
const LOOKED_AT = 72;
/** Of 4: needs more than 10^8 guesses. */
const STRONG_ENOUGH = 3;

async function loadEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, vietnamese: OFTEN_TRIED } });
}
let estimator: ReturnType<typeof loadEstimator> | null = null;

/**
 * Refuses a password that is guessed soon: common ones, keyboard rows, repetitions, the person's own names (ASVS 5, 6.2.4
 * and 6.2.11). No rule about kinds of characters (6.2.5).
 * @throws AppError invalid-input at `path`
 */
export async function checkPasswordStrength(password: string, own: readonly string[], path: string): Promise<void> {
  estimator ??= loadEstimator();
  const words = own.flatMap((name) => [name, ...searchKey(name).split(' '), searchKey(name).replaceAll(' ', '')]);
  const { score } = (await estimator).check(searchKey(password.slice(0, LOOKED_AT)), words);
  if (score >= STRONG_ENOUGH) return;
  throw unfit(path, messages.weakPassword);
}

/** The refusal of a password for what the rule says. */
export function unfit(path: string, rule: string): AppError {
  const message = messages.field(fieldName(path), rule);
  return new AppError('invalid-input', message, [{ path, message }]);
}
