package org.aludel.sql.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.sql.Expression;
import org.aludel.sql.Scalar;
import org.aludel.sql.Sql;
import org.aludel.type.SqlTypes;

/**
 * Functions of text, besides {@code lower} and {@code upper} of {@link Sql}. Positions count from 1
 * and in characters. Source: PostgreSQL 18 §9.4, §9.7.
 */
public final class TextFunctions {
  private TextFunctions() {}

  /** How many characters. */
  public static Expression<Integer> length(Expression<String> text) {
    return Calls.call("length", SqlTypes.INTEGER, text);
  }

  /** How many bytes in the database's encoding. */
  public static Expression<Integer> octetLength(Expression<String> text) {
    return Calls.call("octet_length", SqlTypes.INTEGER, text);
  }

  /** What begins at a position. */
  public static Expression<String> substring(Expression<String> text, int from) {
    return Calls.call("substring", SqlTypes.TEXT, text, Calls.number(from));
  }

  /** So many characters from a position. */
  public static Expression<String> substring(Expression<String> text, int from, int count) {
    return Calls.call("substring", SqlTypes.TEXT, text, Calls.number(from), Calls.number(count));
  }

  /** The first characters; of a negative number all but the last. */
  public static Expression<String> left(Expression<String> text, int count) {
    return Calls.call("left", SqlTypes.TEXT, text, Calls.number(count));
  }

  /** The last characters; of a negative number all but the first. */
  public static Expression<String> right(Expression<String> text, int count) {
    return Calls.call("right", SqlTypes.TEXT, text, Calls.number(count));
  }

  /** Without spaces at both ends. */
  public static Expression<String> trim(Expression<String> text) {
    return Calls.call("btrim", SqlTypes.TEXT, text);
  }

  /** Without any of these characters at both ends. */
  public static Expression<String> trim(Expression<String> text, String characters) {
    return Calls.call("btrim", SqlTypes.TEXT, text, Calls.text(characters));
  }

  /** Without spaces at the beginning. */
  public static Expression<String> trimStart(Expression<String> text) {
    return Calls.call("ltrim", SqlTypes.TEXT, text);
  }

  /** Without spaces at the end. */
  public static Expression<String> trimEnd(Expression<String> text) {
    return Calls.call("rtrim", SqlTypes.TEXT, text);
  }

  /** Filled up in front to a length, or cut to it at the end. */
  public static Expression<String> padStart(Expression<String> text, int length, String fill) {
    return Calls.call("lpad", SqlTypes.TEXT, text, Calls.number(length), Calls.text(fill));
  }

  /** Filled up behind to a length, or cut to it. */
  public static Expression<String> padEnd(Expression<String> text, int length, String fill) {
    return Calls.call("rpad", SqlTypes.TEXT, text, Calls.number(length), Calls.text(fill));
  }

  /** With every occurrence of one text replaced by another. */
  public static Expression<String> replace(
      Expression<String> text, String sought, String replacement) {
    return Calls.call("replace", SqlTypes.TEXT, text, Calls.text(sought), Calls.text(replacement));
  }

  /** With each of some characters replaced by the one at its place, or removed where none is. */
  public static Expression<String> translate(Expression<String> text, String from, String to) {
    return Calls.call("translate", SqlTypes.TEXT, text, Calls.text(from), Calls.text(to));
  }

  /** Where a part first begins; 0 where it does not occur. */
  public static Expression<Integer> position(Expression<String> text, String part) {
    return Calls.call("strpos", SqlTypes.INTEGER, text, Calls.text(part));
  }

  /** So many times one after the other. */
  public static Expression<String> repeat(Expression<String> text, int times) {
    return Calls.call("repeat", SqlTypes.TEXT, text, Calls.number(times));
  }

  /** Backwards. */
  public static Expression<String> reverse(Expression<String> text) {
    return Calls.call("reverse", SqlTypes.TEXT, text);
  }

  /** With the first letter of each word in capitals and the rest in small ones. */
  public static Expression<String> initcap(Expression<String> text) {
    return Calls.call("initcap", SqlTypes.TEXT, text);
  }

  /** The part between two separators, counted from 1; empty where there is none. */
  public static Expression<String> splitPart(Expression<String> text, String separator, int part) {
    return Calls.call("split_part", SqlTypes.TEXT, text, Calls.text(separator), Calls.number(part));
  }

  /** The parts between separators. */
  public static Expression<List<String>> split(Expression<String> text, String separator) {
    return Calls.call(
        "string_to_array", SqlTypes.array(SqlTypes.TEXT), text, Calls.text(separator));
  }

  /** All values but NULLs as one text. */
  public static Expression<String> concatenation(Expression<?>... values) {
    return Calls.call("concat", SqlTypes.TEXT, values);
  }

  /** All values but NULLs as one text, with a separator between them. */
  public static Expression<String> joined(String separator, Expression<?>... values) {
    List<Expression<?>> arguments = new ArrayList<>(List.of(Calls.text(separator)));
    arguments.addAll(Arrays.asList(values));
    return new Scalar.FunctionCall<>("concat_ws", SqlTypes.TEXT, arguments, Scalar.Form.PLAIN);
  }

  /** With the first match of a regular expression replaced; {@code \1} is its first group. */
  public static Expression<String> regexReplace(
      Expression<String> text, String regex, String replacement) {
    return Calls.call(
        "regexp_replace", SqlTypes.TEXT, text, Calls.text(regex), Calls.text(replacement));
  }

  /** With matches replaced as flags say: {@code g} for all of them, {@code i} whatever the case. */
  public static Expression<String> regexReplace(
      Expression<String> text, String regex, String replacement, String flags) {
    return Calls.call(
        "regexp_replace",
        SqlTypes.TEXT,
        text,
        Calls.text(regex),
        Calls.text(replacement),
        Calls.text(flags));
  }

  /** What the groups of the first match hold, or the match itself where there are no groups. */
  public static Expression<List<String>> regexGroups(Expression<String> text, String regex) {
    return Calls.call("regexp_match", SqlTypes.array(SqlTypes.TEXT), text, Calls.text(regex));
  }

  /** The parts between matches of a regular expression. */
  public static Expression<List<String>> regexSplit(Expression<String> text, String regex) {
    return Calls.call(
        "regexp_split_to_array", SqlTypes.array(SqlTypes.TEXT), text, Calls.text(regex));
  }

  /** The MD5 sum in hexadecimal digits. */
  public static Expression<String> md5(Expression<String> text) {
    return Calls.call("md5", SqlTypes.TEXT, text);
  }

  /** A number or date written by a pattern of the database. */
  public static Expression<String> format(Expression<?> value, String pattern) {
    return Calls.call("to_char", SqlTypes.TEXT, value, Calls.text(pattern));
  }
}
