package org.aludel.type.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.jspecify.annotations.Nullable;

/**
 * An address with its network mask, as {@code inet} and {@code cidr} hold it. Immutable. {@link
 * InetAddress} has no mask and turns {@code ::ffff:1.2.3.4} into an address of version 4, so it
 * does not stand for every value. Never asks a name server.
 */
public final class Inet {
  private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f:.]+)(?:/([0-9]{1,3}))?");
  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;

  private final byte[] address;
  private final int prefix;

  private Inet(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  /** A single address. */
  public static Inet of(InetAddress host) {
    byte[] bytes = host.getAddress();
    return new Inet(bytes, bytes.length * Byte.SIZE);
  }

  /**
   * An address and mask as the server writes them: {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code
   * 2001:db8::/32}.
   *
   * @throws MappingException WRONG_VALUE for anything else, host names among them
   */
  public static Inet of(String text) {
    Matcher parts = TEXT.matcher(text);
    byte[] address = parts.matches() ? bytes(parts.group(1)) : null;
    if (address == null) {
      throw refused(text);
    }
    int most = address.length * Byte.SIZE;
    int prefix = parts.group(2) == null ? most : Integer.parseInt(parts.group(2));
    if (prefix > most) {
      throw refused(text);
    }
    return new Inet(address, prefix);
  }

  private static byte @Nullable [] bytes(String text) {
    boolean sixth = text.indexOf(':') >= 0;
    if (!sixth && text.chars().filter(one -> one == '.').count() != V4_BYTES - 1) {
      return null;
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      return sixth && bytes.length == V4_BYTES ? mapped(bytes) : bytes;
    } catch (UnknownHostException noLiteral) {
      return null;
    }
  }

  /** Java shortens addresses of version 4 inside version 6. Source: java.net.Inet6Address. */
  private static byte[] mapped(byte[] bytes) {
    byte[] whole = new byte[V6_BYTES];
    Arrays.fill(whole, V6_BYTES - V4_BYTES - 2, V6_BYTES - V4_BYTES, (byte) 0xFF);
    System.arraycopy(bytes, 0, whole, V6_BYTES - V4_BYTES, V4_BYTES);
    return whole;
  }

  private static MappingException refused(String text) {
    return new MappingException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot take \"" + text + "\" as a network address")
            .expected("an address and an optional mask, such as 10.0.0.1 or 2001:db8::/32"));
  }

  /** The address without the mask; one of version 4 for a mapped address of version 6. */
  public InetAddress address() {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The address of a single host.
   *
   * @throws MappingException NOT_REPRESENTABLE when there is a mask, which would be lost
   */
  public InetAddress toHost() {
    if (!isHost()) {
      throw new MappingException(
          Problem.of(TypeCode.NOT_REPRESENTABLE, "cannot read an address as an InetAddress")
              .found("\"" + this + "\", which has a mask")
              .fix("use org.aludel.type.value.Inet, or host(…) in SQL"));
    }
    return address();
  }

  /** The bits of the mask; 32 or 128 for a single host. */
  public int prefix() {
    return prefix;
  }

  /** Whether it is a single address and not a network. */
  public boolean isHost() {
    return prefix == address.length * Byte.SIZE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Inet inet
        && prefix == inet.prefix
        && Arrays.equals(address, inet.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + prefix;
  }

  /** As the server reads it, with the mask unless it is a single host. */
  @Override
  public String toString() {
    return isHost() ? host() : host() + "/" + prefix;
  }

  private String host() {
    if (address.length == V4_BYTES) {
      return String.valueOf(address().getHostAddress());
    }
    try {
      return String.valueOf(Inet6Address.getByAddress(null, address, -1).getHostAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
