package org.aludel.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * The parts of {@code jdbc:embedded:postgresql:DIR?database=NAME&durable=false&binaries=JAR}, with
 * parameters of the PostgreSQL driver beside ours.
 */
record EmbeddedUrl(
    Path directory, String database, EmbeddedPostgres.Options options, Properties driver) {
  static final String PREFIX = "jdbc:embedded:postgresql:";
  static final String DEFAULT_DATABASE = "aludel";

  static boolean isOurs(@Nullable String url) {
    return url != null && url.startsWith(PREFIX);
  }

  /** Reads a URL that begins with the prefix; refuses parameters that nobody would read. */
  static EmbeddedUrl parse(String url) throws SQLException {
    String rest = url.substring(PREFIX.length());
    int question = rest.indexOf('?');
    String directory = question < 0 ? rest : rest.substring(0, question);
    if (directory.isEmpty()) {
      throw invalid(url, "no directory").expected(PREFIX + "DIR").toException();
    }
    Properties parameters = parameters(url, question < 0 ? "" : rest.substring(question + 1));
    String database = take(parameters, "database", DEFAULT_DATABASE);
    String durable = take(parameters, "durable", "true");
    String binaries = take(parameters, "binaries", "");
    refuseUnknown(url, parameters);
    if (!durable.equals("true") && !durable.equals("false")) {
      throw invalid(url, "durable=" + durable).expected("durable=true or false").toException();
    }
    EmbeddedPostgres.Options options =
        new EmbeddedPostgres.Options(
            durable.equals("true"), binaries.isEmpty() ? null : path(binaries), java.util.Map.of());
    return new EmbeddedUrl(
        path(decode(directory.replace("+", "%2B"))), database, options, parameters);
  }

  private static Properties parameters(String url, String text) throws SQLException {
    Properties parameters = new Properties();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw invalid(url, "parameter \"" + pair + "\"").expected("name=value").toException();
      }
      parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    return parameters;
  }

  private static void refuseUnknown(String url, Properties parameters) throws SQLException {
    for (String name : parameters.stringPropertyNames()) {
      if (PGProperty.forName(name) == null) {
        throw invalid(url, "parameter \"" + name + "\"")
            .expected("database, durable, binaries or a parameter of the PostgreSQL driver")
            .toException();
      }
    }
  }

  private static Failure invalid(String url, String found) {
    // What follows the question mark may hold a password.
    return Failure.of(
            EmbeddedCode.INVALID_URL, "cannot read URL \"" + url.replaceFirst("\\?.*", "?…") + "\"")
        .found(found);
  }

  private static String take(Properties parameters, String name, String otherwise) {
    Object value = parameters.remove(name);
    return value == null ? otherwise : value.toString();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** {@code ~} is the user's home, as in a shell. */
  private static Path path(String text) {
    if (text.equals("~") || text.startsWith("~/")) {
      return Path.of(System.getProperty("user.home", ""), text.substring(1));
    }
    return Path.of(text);
  }
}
