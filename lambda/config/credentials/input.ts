import type { CredentialBaseInput, StoredSecretInput } from './base-input.ts';
import type { ClientCredentialsInput, JwtBearerInput, RefreshTokenInput } from './oauth2-input.ts';

/** `Authorization: Bearer TOKEN` */
export interface BearerInput extends CredentialBaseInput, StoredSecretInput {
  readonly kind: 'bearer';
  /** The word before the token, such as `token` or `SSWS`. Default: `Bearer`. */
  readonly scheme?: string;
}

/** `Authorization: Basic …` */
export interface BasicInput extends CredentialBaseInput, StoredSecretInput {
  readonly kind: 'basic';
  /** With it the secret is the password alone; without it `user:password` or JSON `{"username","password"}`. */
  readonly username?: string;
}

/** A key in a header or in the query. */
export interface ApiKeyInput extends CredentialBaseInput, StoredSecretInput {
  readonly kind: 'api-key';
  readonly in: 'header' | 'query';
  /** The header's or the query parameter's name, such as `x-api-key`. */
  readonly name: string;
}

/**
 * A token for one installation of a GitHub App. The secret is the app's private key, PEM. Default provider: `github`.
 *
 * @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
export interface GithubAppInput extends CredentialBaseInput, StoredSecretInput {
  readonly kind: 'github-app';
  /** The app's client id, such as `Iv23li…`, or its numeric id. */
  readonly appId: string | number;
  /** The number at the end of the installation's address. */
  readonly installationId: string | number;
}

/**
 * Requests that are signed with AWS keys. Without a secret the keys are those of the monitor's own role, or of
 * `roleArn`. Default provider: `aws`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export interface AwsSigv4Input extends CredentialBaseInput, Partial<StoredSecretInput> {
  readonly kind: 'aws-sigv4';
  /** The region to sign for, such as `eu-central-1`. */
  readonly region: string;
  /** The service to sign for, such as `execute-api`. */
  readonly service: string;
  /** A role to assume first; not together with `secret`. */
  readonly roleArn?: string;
  /** What the role's owner asks for when it is assumed. */
  readonly externalId?: string;
}

/** A client certificate. The secret is JSON `{"certificate","privateKey","passphrase"?}`, or both as PEM in one text. */
export interface MtlsInput extends CredentialBaseInput, StoredSecretInput {
  readonly kind: 'mtls';
}

export type CredentialInput =
  | BearerInput
  | BasicInput
  | ApiKeyInput
  | ClientCredentialsInput
  | RefreshTokenInput
  | JwtBearerInput
  | GithubAppInput
  | AwsSigv4Input
  | MtlsInput;
