package org.aludel.migrations.standalone;

import java.util.Locale;

/** What may be typed behind a command. There is none for a password: every user would see it. */
enum Option {
  URL("URL", "the database, as postgresql://host/name; else ALUDEL_URL, or url in aludel.yaml"),
  USER("NAME", "the database's user; else ALUDEL_USER. The password is ALUDEL_PASSWORD"),
  PROFILE("NAME", "the environment among the profiles of aludel.yaml; else ALUDEL_PROFILE"),
  DATABASE(
      "NAME",
      "which of several databases, by its name in aludel.yaml where that is beside, else in the"
          + " jar"),
  JAR("FILE", "takes the revisions out of a jar instead of the class path"),
  TO("TARGET", ""),
  LOSSY(
      "WORD",
      "what becomes of rows that it would lose: refuse (which it does unless told), keep, accept"),
  TAG("NAME", "marks the ledger afterwards, where plain Liquibase looks for the tag of a rollback"),
  DOWN("", "the script of a downgrade; --to is then a range such as head:base");

  private final String value;
  private final String meaning;

  Option(String value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** As it is typed, without a value. */
  String typed() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether it stands for itself. */
  boolean isFlag() {
    return value.isEmpty();
  }

  /** As a page shows it. */
  String shown() {
    return isFlag() ? typed() : typed() + "=" + value;
  }

  String meaning() {
    return meaning;
  }
}
