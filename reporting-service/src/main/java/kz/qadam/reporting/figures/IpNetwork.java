package kz.qadam.reporting.figures;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What belongs to one owner with an IP address: who has one address of IPv6 has all of its network. */
final class IpNetwork {

    private static final int NETWORK_BITS = 64;

    /** What a provider gives to a customer with several networks. */
    private static final int SITE_BITS = 48;

    private IpNetwork() {}

    /** The network of 64 bits of an IPv6 address; another address itself. */
    static String network(String address) {
        return prefix(address, NETWORK_BITS);
    }

    /** The network of 48 bits of an IPv6 address; another address itself. */
    static String site(String address) {
        return prefix(address, SITE_BITS);
    }

    private static String prefix(String address, int bits) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), bits / Byte.SIZE))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
