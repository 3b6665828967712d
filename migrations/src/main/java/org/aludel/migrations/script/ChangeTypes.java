package org.aludel.migrations.script;

/** What is known of change types outside this package. */
public final class ChangeTypes {
  private ChangeTypes() {}

  /** Whether only Liquibase can run a change of this type. */
  public static boolean foreign(String type) {
    return type.equals("customChange")
        || ChangeVocabulary.liquibase().type(type).map(ChangeShape::foreign).orElse(true);
  }
}
