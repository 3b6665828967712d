package org.aludel.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database, taken apart. Immutable. The password leaves it only through {@link
 * #password()}: {@link #toString()} and {@link #jdbcUrl()} do not contain it.
 *
 * @param protocol the JDBC prefix without a colon at its end, such as {@code jdbc:postgresql}
 * @param hosts the servers to try, in order; empty when {@code database} is the rest of an address
 *     that has no hosts, such as a directory
 * @param database the name of the database, decoded; empty for the server's default
 * @param query further driver parameters, decoded, without user and password
 */
public record DatabaseUrl(
    String protocol,
    List<Host> hosts,
    String database,
    SortedMap<String, String> query,
    @Nullable String user,
    @Nullable String password) {

  /** What is kept in a file that the address names. */
  private static final String FILES = "jdbc:sqlite";

  /** One server; {@code port} is 0 for the default port. */
  public record Host(String name, int port) {
    @Override
    public String toString() {
      String shown = name.contains(":") ? "[" + name + "]" : name;
      return port == 0 ? shown : shown + ":" + port;
    }
  }

  public DatabaseUrl {
    hosts = List.copyOf(hosts);
    query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
  }

  /**
   * Takes an address apart: {@code postgresql://user:password@host:5432,other/db?key=value}, {@code
   * embedded:postgresql:DIRECTORY}, {@code sqlite:FILE} or any {@code jdbc:} URL. User, password,
   * database and values may be percent-encoded.
   *
   * @throws org.aludel.error.UsageException with {@code INVALID_URL}; the message does not repeat
   *     the password
   */
  public static DatabaseUrl parse(String text) {
    return UrlParser.parse(text);
  }

  /** An address from its parts: {@code of("postgresql", new Host("localhost", 5432), "shop")}. */
  public static DatabaseUrl of(String scheme, Host host, String database) {
    return new DatabaseUrl("jdbc:" + scheme, List.of(host), database, new TreeMap<>(), null, null);
  }

  /** The same database on other servers, tried in order. */
  public DatabaseUrl withHosts(Host... servers) {
    return new DatabaseUrl(protocol, List.of(servers), database, query, user, password);
  }

  /** One more driver parameter, or another value of it. */
  public DatabaseUrl withParameter(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(query);
    more.put(name, value);
    return withQuery(more);
  }

  public DatabaseUrl withDatabase(String value) {
    return new DatabaseUrl(protocol, hosts, value, query, user, password);
  }

  /** The same, where it names a file by a relative path, with the path from a folder on. */
  public DatabaseUrl inFolder(Path folder) {
    boolean file = protocol.equals(FILES) && !database.contains(":");
    return file ? withDatabase(folder.resolve(database).normalize().toString()) : this;
  }

  public DatabaseUrl withUser(@Nullable String name, @Nullable String secret) {
    return new DatabaseUrl(protocol, hosts, database, query, name, secret);
  }

  public DatabaseUrl withQuery(Map<String, String> value) {
    return new DatabaseUrl(protocol, hosts, database, new TreeMap<>(value), user, password);
  }

  /** What the driver is given, without user and password, which travel as properties. */
  public String jdbcUrl() {
    if (hosts.isEmpty()) {
      return protocol + ":" + database + queryText(false);
    }
    return protocol + "://" + hostText() + "/" + encode(database) + queryText(false);
  }

  /** The address as a person writes it, the password and other secrets replaced by stars. */
  @Override
  public String toString() {
    boolean known = protocol.endsWith(":postgresql") || protocol.equals(FILES);
    String scheme = known ? protocol.substring("jdbc:".length()) : protocol;
    if (hosts.isEmpty()) {
      return scheme + ":" + database + queryText(true);
    }
    String credentials = user == null ? "" : encode(user) + (password == null ? "" : ":***") + "@";
    return scheme + "://" + credentials + hostText() + "/" + encode(database) + queryText(true);
  }

  private String hostText() {
    return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }

  private String queryText(boolean redacted) {
    if (query.isEmpty()) {
      return "";
    }
    return query.entrySet().stream()
        .map(
            entry ->
                encode(entry.getKey())
                    + "="
                    + (redacted && isSecret(entry.getKey()) ? "***" : encode(entry.getValue())))
        .collect(Collectors.joining("&", "?", ""));
  }

  /** Whether a parameter's value is kept out of messages. */
  static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("secret") || lower.contains("token");
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
