package org.aludel.compile;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.util.WholeText;

/**
 * Writes names as SQL identifiers: bare where the database reads the bare word back as the same
 * name, in double quotes otherwise. Immutable and thread-safe.
 *
 * <pre>{@code
 * quoter.quote("user_account")   // user_account
 * quoter.quote("user")           // "user"
 * quoter.quote("say \"hi\"")     // "say ""hi"""
 * }</pre>
 */
public final class IdentifierQuoter {
  private final Set<String> reservedWords;
  private final int maximumBytes;
  private final SchemaTranslation schemas;

  /**
   * @param reservedWords in lower case; each is quoted
   * @param maximumBytes the longest name in bytes of UTF-8 that the database keeps whole
   */
  public IdentifierQuoter(Set<String> reservedWords, int maximumBytes) {
    this(Set.copyOf(reservedWords), maximumBytes, SchemaTranslation.NONE);
  }

  private IdentifierQuoter(Set<String> reservedWords, int maximumBytes, SchemaTranslation schemas) {
    this.reservedWords = reservedWords;
    this.maximumBytes = maximumBytes;
    this.schemas = schemas;
  }

  /** The same quoter, which writes qualified names with the schemas that stand in for theirs. */
  public IdentifierQuoter in(SchemaTranslation translation) {
    return translation.isNone()
        ? this
        : new IdentifierQuoter(reservedWords, maximumBytes, translation);
  }

  /**
   * One name as an identifier.
   *
   * @throws SchemaException INVALID_NAME for an empty name, NUL or half a surrogate pair;
   *     NAME_TOO_LONG for one that the database would cut without an error, so that it would hold
   *     another name than the model
   */
  public String quote(String name) {
    if (name.isEmpty() || WholeText.flaw(name) != WholeText.NONE) {
      throw new SchemaException(
          Problem.of(
                  SchemaCode.INVALID_NAME,
                  "cannot write \"" + WholeText.shown(name) + "\" as an identifier")
              .expected("at least one character, each whole and other than NUL"));
    }
    requireFit(name);
    return needsQuotes(name) ? '"' + name.replace("\"", "\"\"") + '"' : name;
  }

  /**
   * The name itself.
   *
   * @throws SchemaException NAME_TOO_LONG as for {@link #quote(String)}
   */
  public String requireFit(String name) {
    if (!fits(name)) {
      throw new SchemaException(
          Problem.of(SchemaCode.NAME_TOO_LONG, "cannot write \"" + name + "\" as an identifier")
              .found(name.getBytes(StandardCharsets.UTF_8).length + " bytes in UTF-8")
              .expected("at most " + maximumBytes + ", since the database cuts what is longer")
              .fix("shorten the name; names that the naming convention makes end in a hash"));
    }
    return name;
  }

  /** The name, qualified unless it is in the default schema. */
  public String quote(QualifiedName name) {
    String schema = schemas.apply(name.schema());
    return schema == null ? quote(name.name()) : quote(schema) + '.' + quote(name.name());
  }

  /** The names as identifiers with commas between, in the order given. */
  public String quoteAll(Collection<String> names) {
    return names.stream().map(this::quote).collect(Collectors.joining(", "));
  }

  /** Whether the bare word would mean something else, or nothing. */
  public boolean needsQuotes(String name) {
    return !isPlainWord(name) || reservedWords.contains(name);
  }

  /** The longest name that the database keeps whole, in bytes of UTF-8. */
  public int maximumBytes() {
    return maximumBytes;
  }

  /** Whether the database keeps the name whole. */
  public boolean fits(String name) {
    return name.length() * 3 <= maximumBytes
        || name.getBytes(StandardCharsets.UTF_8).length <= maximumBytes;
  }

  private static boolean isPlainWord(String name) {
    if (name.isEmpty() || !isWordStart(name.charAt(0))) {
      return false;
    }
    return name.chars().skip(1).allMatch(one -> isWordStart(one) || (one >= '0' && one <= '9'));
  }

  /** The database folds other letters by its locale, so only these are safe bare. */
  private static boolean isWordStart(int character) {
    return (character >= 'a' && character <= 'z') || character == '_';
  }
}
