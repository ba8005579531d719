export function writeApiTypes(document: object): string;
