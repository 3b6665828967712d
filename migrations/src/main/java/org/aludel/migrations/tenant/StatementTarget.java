package org.aludel.migrations.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.aludel.migrations.lexer.SqlWord;

/** Which of the things that a statement changes lie in another schema, or are the database's. */
final class StatementTarget {
  private static final String DATABASE = "a change of the whole database";

  private static final Set<String> OF_DATABASE =
      Set.of(
          "schema",
          "extension",
          "database",
          "role",
          "group",
          "user",
          "publication",
          "subscription",
          "tablespace",
          "server",
          "language",
          "cast",
          "transform",
          "access",
          "data",
          "large",
          "parameter",
          "system",
          "owned");

  private static final Set<String> STANDING_ON_TABLES =
      Set.of("index", "trigger", "policy", "rule", "statistics");

  /** Words that may stand between the verb and the name, besides the kind of object. */
  private static final Set<String> BETWEEN =
      Set.of(
          "or",
          "replace",
          "temporary",
          "temp",
          "unlogged",
          "global",
          "local",
          "unique",
          "materialized",
          "recursive",
          "if",
          "not",
          "exists",
          "concurrently",
          "only",
          "foreign",
          "constraint",
          "operator",
          "text",
          "search",
          "into",
          "from");

  private static final Set<String> KINDS =
      Set.of(
          "table",
          "column",
          "index",
          "view",
          "sequence",
          "type",
          "domain",
          "function",
          "procedure",
          "routine",
          "aggregate",
          "trigger",
          "rule",
          "policy",
          "statistics",
          "collation",
          "conversion",
          "class",
          "family",
          "configuration",
          "dictionary",
          "parser",
          "template");

  private static final String[] FIRST_VERBS = {
    "create",
    "alter",
    "drop",
    "truncate",
    "comment",
    "grant",
    "revoke",
    "reassign",
    "refresh",
    "cluster",
    "reindex",
    "security",
    "import"
  };

  /** How far from its verb the kind of an object stands: CREATE OR REPLACE CONSTRAINT TRIGGER. */
  private static final int REACH = 6;

  private final List<SqlWord> words;
  private final boolean inBlock;

  /**
   * @param words of one statement
   * @param inBlock whether it stands in a block, where SELECT INTO fills a variable
   */
  StatementTarget(List<SqlWord> words, boolean inBlock) {
    this.words = words;
    this.inBlock = inBlock;
  }

  /** What is changed and not the tenant's. */
  Optional<String> foreign() {
    return IntStream.range(0, words.size())
        .filter(this::isVerb)
        .mapToObj(this::target)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isVerb(int at) {
    SqlWord word = words.get(at);
    boolean first = at == 0 || words.get(at - 1).is("begin", "then", "else", "loop");
    return (first && word.is(FIRST_VERBS))
        || word.is("insert", "delete", "merge", "copy")
        || (word.is("into") && !inBlock)
        || isUpdate(at);
  }

  /** The verb, not part of FOR UPDATE, ON UPDATE or DO UPDATE. */
  private boolean isUpdate(int at) {
    return words.get(at).is("update")
        && (at == 0
            || !words
                .get(at - 1)
                .is("for", "on", "do", "or", "of", "before", "after", "key", "no"));
  }

  private Optional<String> target(int verb) {
    SqlWord word = words.get(verb);
    if (word.is("grant", "revoke")) {
      return granted(verb);
    }
    if (word.is("comment", "security")) {
      return described(verb);
    }
    return isOfDatabaseAt(verb) ? Optional.of(DATABASE) : targetOf(verb, word);
  }

  private boolean isOfDatabaseAt(int verb) {
    SqlWord word = words.get(verb);
    return word.is("import", "reassign")
        || next(verb, "event", "trigger")
        || next(verb, "default", "privileges")
        || (isDdl(word) && isOfDatabase(behindBetween(verb + 1)));
  }

  private static boolean isDdl(SqlWord word) {
    return word.is("create", "alter", "drop", "reindex");
  }

  private Optional<String> targetOf(int verb, SqlWord word) {
    int name = name(verb + 1);
    return qualified(name)
        .or(() -> word.is("drop", "truncate") ? listed(name, each -> false) : Optional.empty())
        .or(() -> word.is("create", "alter") ? elsewhere(name) : Optional.empty())
        .or(() -> isDdl(word) && standsOnTable(verb) ? on(verb) : Optional.empty());
  }

  private boolean next(int verb, String one, String two) {
    return verb + 2 < words.size() && words.get(verb + 1).is(one) && words.get(verb + 2).is(two);
  }

  /** Without ON it gives one role to another. */
  private Optional<String> granted(int verb) {
    int on = outsideParentheses(verb, each -> each.is("on"));
    if (on < 0 || isOfDatabase(behindBetween(on + 1))) {
      return Optional.of(DATABASE);
    }
    if (on + 1 < words.size() && words.get(on + 1).is("all")) {
      return behind("schema", on).map(StatementTarget::named);
    }
    int name = name(on + 1);
    return qualified(name).or(() -> listed(name, each -> each.is("to", "from")));
  }

  private Optional<String> described(int verb) {
    int on = outsideParentheses(verb, each -> each.is("on"));
    if (on >= 0 && isOfDatabase(behindBetween(on + 1))) {
      return Optional.of(DATABASE);
    }
    boolean column = on >= 0 && on + 1 < words.size() && words.get(on + 1).is("column");
    int name = name(on + 1);
    boolean ownTable = column && (name + 3 >= words.size() || !words.get(name + 3).isDot());
    return ownTable ? Optional.empty() : on(verb);
  }

  /** What else a CREATE or an ALTER changes: the new schema, the table of a partition. */
  private Optional<String> elsewhere(int from) {
    for (int at = from; at + 2 < words.size(); at++) {
      if (words.get(at).is("set") && words.get(at + 1).is("schema")) {
        return Optional.of(named(words.get(at + 2).text()));
      }
      if (words.get(at).is("partition")) {
        Optional<String> found = qualified(at + (words.get(at + 1).is("of") ? 2 : 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean standsOnTable(int verb) {
    return words.subList(verb, Math.min(words.size(), verb + REACH)).stream()
        .anyMatch(each -> isWord(each, STANDING_ON_TABLES));
  }

  /** Tables behind ON, behind TO in a rule and behind FROM in statistics. */
  private Optional<String> on(int verb) {
    for (int at = verb + 1; at + 1 < words.size(); at++) {
      if (words.get(at).is("on", "to", "from")) {
        Optional<String> found = qualified(name(at + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The other names of a list; commas between parentheses are those of arguments. */
  private Optional<String> listed(int first, Predicate<SqlWord> end) {
    int depth = 0;
    for (int at = first; at + 1 < words.size(); at++) {
      SqlWord word = words.get(at);
      depth += word.isSign("(") ? 1 : word.isSign(")") ? -1 : 0;
      if (depth == 0 && end.test(word)) {
        break;
      }
      if (depth == 0 && word.isSign(",")) {
        Optional<String> found = qualified(at + (words.get(at + 1).is("only") ? 2 : 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private int outsideParentheses(int from, Predicate<SqlWord> wanted) {
    int depth = 0;
    for (int at = from; at < words.size(); at++) {
      SqlWord word = words.get(at);
      depth += word.isSign("(") ? 1 : word.isSign(")") ? -1 : 0;
      if (depth == 0 && wanted.test(word)) {
        return at;
      }
    }
    return -1;
  }

  private Optional<String> behind(String word, int from) {
    return IntStream.range(from, words.size() - 1)
        .filter(at -> words.get(at).is(word))
        .mapToObj(at -> words.get(at + 1).text())
        .findFirst();
  }

  private int behindBetween(int from) {
    int at = from;
    while (passes(at, BETWEEN)) {
      at++;
    }
    return at;
  }

  /** Where the name stands: behind what is between, options, the kind of object, and IF EXISTS. */
  private int name(int from) {
    int at = behindBetween(from);
    if (at < words.size() && words.get(at).isSign("(")) {
      int closing = outsideParentheses(at, each -> each.isSign(")"));
      at = closing < 0 ? words.size() : behindBetween(closing + 1);
    }
    return passes(at, KINDS) ? behindBetween(at + 1) : at;
  }

  /** What has a dot behind it is a name, whatever else it means. */
  private boolean passes(int at, Set<String> some) {
    boolean dotted = at + 1 < words.size() && words.get(at + 1).isDot();
    return at < words.size() && !dotted && isWord(words.get(at), some);
  }

  private boolean isOfDatabase(int at) {
    return passes(at, OF_DATABASE);
  }

  private static boolean isWord(SqlWord word, Set<String> some) {
    return word.kind() == SqlWord.Kind.NAME && some.contains(word.text());
  }

  private Optional<String> qualified(int at) {
    boolean dotted = at + 2 < words.size() && words.get(at).isName() && words.get(at + 1).isDot();
    return dotted && !words.get(at).text().equals("pg_temp")
        ? Optional.of(named(words.get(at).text() + "." + words.get(at + 2).text()))
        : Optional.empty();
  }

  private static String named(String name) {
    return "the target \"" + name + "\"";
  }
}
