import { BlockList, isIPv4 } from 'node:net';

/** Whether a text is an IPv4 network as an allow-list has it: an address, or one with the length of its prefix (CIDR). */
export function isNetwork(text: string): boolean {
  const { address, prefix } = parts(text);
  return isIPv4(address) && /^\d{1,2}$/.test(prefix) && Number(prefix) <= 32;
}

/** Whether an address is in one of the networks. */
export function isWithin(networks: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const network of networks.map(parts)) list.addSubnet(network.address, Number(network.prefix), 'ipv4');
  return list.check(address, 'ipv4');
}

function parts(network: string): { address: string; prefix: string } {
  const [address = '', prefix = '32', ...more] = network.split('/');
  return { address: more.length === 0 ? address : '', prefix };
}
