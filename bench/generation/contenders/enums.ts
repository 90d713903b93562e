import { models } from '../../../contracts/user-update-resp/model';

const { status, object } = models.UserUpdateResp.properties;

/** The values of the model's enums. */
export const [STATUS, OBJECT] = [status.enum, object.enum] as const;
