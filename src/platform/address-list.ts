import { BlockList, isIP } from "node:net";

/** Addresses and ranges of addresses, as one setting names them. */
export interface AddressList {
  has(address: string): boolean;
}

/** Reads « 10.0.0.0/8, ::1 »: addresses or CIDR ranges, separated by commas. Null where one of them is not. */
export function readAddressList(text: string): AddressList | null {
  const list = new BlockList();
  for (const entry of text.split(",").map((one) => one.trim())) {
    if (entry === "") continue;
    const [address = "", prefix] = entry.split("/");
    const version = isIP(address);
    if (version === 0) return null;
    const family = version === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) {
      list.addAddress(address, family);
      continue;
    }
    if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128)) return null;
    list.addSubnet(address, Number(prefix), family);
  }
  return { has: (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6") };
}

const loopback = readAddressList("127.0.0.0/8, ::1");

/** Whether a name or an address, as a URL or a socket writes it, leads to this very machine. */
export function isThisMachine(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return bare === "localhost" || bare.endsWith(".localhost") || loopback?.has(bare) === true;
}
