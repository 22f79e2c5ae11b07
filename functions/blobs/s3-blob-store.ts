// Blobs in a bucket: the bucket itself refuses to put a second object under a name, so that two writers cannot both win.
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { type BlobStore, checkedName, sameBytes } from "./blob-store.ts";

/** Two conditional writes of one name at once: S3 answers 409 to one of them, and asks for another attempt. */
const RACE_ATTEMPTS = 5;

export function s3BlobStore(client: S3Client, bucket: string): BlobStore {
  const find = async (name: string): Promise<Uint8Array | undefined> => {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: checkedName(name) }));
      return await answer.Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  /** False when there is an object of that name. */
  const putNew = async (Key: string, Body: Uint8Array): Promise<boolean> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, IfNoneMatch: "*" }));
        return true;
      } catch (error) {
        if (isAnswer(error, 412)) return false;
        if (!isAnswer(error, 409) || attempt === RACE_ATTEMPTS) throw error;
      }
    }
  };
  return {
    find,
    async put(name, bytes) {
      if (await putNew(checkedName(name), bytes)) return;
      const before = await find(name);
      if (!before || !sameBytes(before, bytes)) {
        throw new Error(`${name} is kept already, with other bytes`);
      }
    },
  };
}

function isAnswer(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
