package org.aludel.migrations.yaml;

/** Walks over the lines of a text that say something; comments and empty lines are passed over. */
final class SubsetLines {
  private final String text;
  private int next;
  private int number;
  private int start;
  private int end;
  private int indent;
  private boolean done;

  SubsetLines(String text) {
    this.text = text;
  }

  /** Goes to the next line, or to the end. */
  void advance() {
    do {
      raw();
    } while (!done && (start + indent == end || text.charAt(start + indent) == '#'));
  }

  /** Goes to the next line, whatever it holds. */
  void raw() {
    if (next >= text.length()) {
      done = true;
      return;
    }
    start = next;
    int lineBreak = text.indexOf('\n', start);
    end = lineBreak < 0 ? text.length() : lineBreak;
    next = end + 1;
    number++;
    int content = start;
    while (content < end && text.charAt(content) == ' ') {
      content++;
    }
    indent = content - start;
  }

  /** Goes back, so that the next step leads to the line that is shown now. */
  void back() {
    next = start;
    number--;
  }

  /** Whether there is no line left. */
  boolean done() {
    return done;
  }

  /** Where the line begins in the text. */
  int start() {
    return start;
  }

  /** Where it ends, its line break left out. */
  int end() {
    return end;
  }

  /** The column of what it says, from 0. */
  int indent() {
    return indent;
  }

  /** Passes over the dash of an item. */
  void indentTo(int column) {
    indent = column;
  }

  /** Whether anything stands in the line. */
  boolean blank() {
    return start == end;
  }

  /** A place in the line. */
  String at(String file, int offset) {
    return file + ":" + number + ":" + (offset - start + 1);
  }
}
