package org.aludel.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.aludel.error.EngineCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.jspecify.annotations.Nullable;

/** Takes addresses apart; every message it throws is redacted. */
final class UrlParser {
  private static final String FORMS =
      "postgresql://user:password@host:5432/database?key=value, jdbc:postgresql://…"
          + ", embedded:postgresql:DIRECTORY or sqlite:FILE";

  /** Parameter names of libpq whose pgjdbc twin is spelt differently. Source: pgjdbc, libpq §34. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout");

  private static final Pattern USER_INFO = Pattern.compile("//([^:/?#@]*):.*@");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([?&;][^=&;]*(?:password|secret|token)[^=&;]*=).*");

  private final String text;

  private UrlParser(String text) {
    this.text = text;
  }

  static DatabaseUrl parse(String text) {
    return new UrlParser(text.strip()).parse();
  }

  /**
   * The text without what looks like a secret, for addresses that could not be taken apart. Nobody
   * knows where a password ends that may hold an unescaped "&", so what follows it goes too.
   */
  static String redact(String text) {
    String withoutUserInfo = USER_INFO.matcher(text).replaceAll("//$1:***@");
    return SECRET_PARAMETER.matcher(withoutUserInfo).replaceAll("$1***");
  }

  private DatabaseUrl parse() {
    if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
      return withHosts("jdbc:postgresql", text.substring(text.indexOf("://") + 3));
    }
    if (text.startsWith("embedded:")) {
      return opaque("jdbc:embedded:", text.substring("embedded:".length()));
    }
    if (text.startsWith("sqlite:")) {
      return opaque("jdbc:", text);
    }
    if (!text.startsWith("jdbc:")) {
      throw invalid("it starts with no known scheme");
    }
    int slashes = text.indexOf("://");
    if (slashes > 0) {
      return withHosts(text.substring(0, slashes), text.substring(slashes + 3));
    }
    return opaque("jdbc:", text.substring("jdbc:".length()));
  }

  private DatabaseUrl opaque(String prefix, String rest) {
    int lastColon = rest.indexOf(':', rest.startsWith("embedded:") ? "embedded:".length() : 0);
    if (lastColon <= 0) {
      throw invalid("nothing follows \"" + prefix + "\"");
    }
    String protocol = prefix + rest.substring(0, lastColon);
    int question = rest.indexOf('?', lastColon);
    String place = rest.substring(lastColon + 1, question < 0 ? rest.length() : question);
    if (place.isEmpty()) {
      throw invalid("nothing follows \"" + protocol + ":\"");
    }
    SortedMap<String, String> query = query(question < 0 ? "" : rest.substring(question + 1));
    String user = query.remove("user");
    String password = query.remove("password");
    return new DatabaseUrl(protocol, List.of(), place, query, user, password);
  }

  private DatabaseUrl withHosts(String protocol, String rest) {
    int question = rest.indexOf('?');
    SortedMap<String, String> query = query(question < 0 ? "" : rest.substring(question + 1));
    String address = question < 0 ? rest : rest.substring(0, question);
    // A password may hold an unescaped "@" or "/", a host may hold neither.
    int at = address.lastIndexOf('@');
    String hostAndPath = address.substring(at + 1);
    String user = query.remove("user");
    String password = query.remove("password");
    if (at >= 0) {
      String info = address.substring(0, at);
      int colon = info.indexOf(':');
      user = decode(colon < 0 ? info : info.substring(0, colon));
      password = colon < 0 ? password : decode(info.substring(colon + 1));
    }
    int slash = hostAndPath.indexOf('/');
    String database = slash < 0 ? "" : decode(hostAndPath.substring(slash + 1));
    List<DatabaseUrl.Host> hosts = hosts(slash < 0 ? hostAndPath : hostAndPath.substring(0, slash));
    return new DatabaseUrl(protocol, hosts, database, query, emptyToNull(user), password);
  }

  private List<DatabaseUrl.Host> hosts(String part) {
    List<DatabaseUrl.Host> hosts = new ArrayList<>();
    for (String one : part.split(",", -1)) {
      hosts.add(host(one));
    }
    return hosts;
  }

  private DatabaseUrl.Host host(String part) {
    int bracket = part.startsWith("[") ? part.indexOf(']') : -1;
    int colon = part.indexOf(':', Math.max(bracket, 0));
    String name = colon < 0 ? part : part.substring(0, colon);
    if (bracket > 0) {
      name = part.substring(1, bracket);
    }
    int port = colon < 0 ? 0 : port(part.substring(colon + 1));
    return new DatabaseUrl.Host(name.isEmpty() ? "localhost" : name, port);
  }

  private int port(String digits) {
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
      throw invalid("the port is not a number from 1 to 65535");
    }
    return Integer.parseInt(digits);
  }

  private SortedMap<String, String> query(String part) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String pair : part.isEmpty() ? new String[0] : part.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw invalid("a parameter after \"?\" has no name or no \"=\"");
      }
      String key = decode(pair.substring(0, equals));
      values.put(DRIVER_NAMES.getOrDefault(key, key), decode(pair.substring(equals + 1)));
    }
    return values;
  }

  private String decode(String part) {
    try {
      // In an address "+" is itself; URLDecoder, made for forms, would make it a space.
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw invalid("a \"%\" is not followed by two hexadecimal digits");
    }
  }

  private static @Nullable String emptyToNull(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private UsageException invalid(String why) {
    return new UsageException(
        Problem.of(EngineCode.INVALID_URL, "cannot read the address \"" + redact(text) + "\"")
            .found(why)
            .expected(FORMS)
            .fix("percent-encode special characters in user, password and database"));
  }
}
