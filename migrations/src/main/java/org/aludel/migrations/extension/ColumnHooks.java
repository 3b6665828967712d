package org.aludel.migrations.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** All hooks for columns: the first that decides is heard. Immutable. */
public record ColumnHooks(List<ColumnHook> hooks, boolean insisting) {
  public ColumnHooks {
    hooks = List.copyOf(hooks);
  }

  /** Nobody decides. */
  public static ColumnHooks none() {
    return new ColumnHooks(List.of(), true);
  }

  /** The same and one more, asked last. */
  public ColumnHooks and(ColumnHook hook) {
    List<ColumnHook> more = new ArrayList<>(hooks);
    more.add(hook);
    return new ColumnHooks(more, insisting);
  }

  /**
   * The same without the word of those that find a difference: what is to be proven is that the
   * schema is the model's, which a hook may deny for ever.
   */
  public ColumnHooks withoutInsisting() {
    return new ColumnHooks(hooks, false);
  }

  /** What is decided about the types of a column. */
  public Verdict type(ComparedColumn column) {
    return first(column, ColumnHook::type);
  }

  /** What is decided about the server defaults of a column. */
  public Verdict serverDefault(ComparedColumn column) {
    return first(column, ColumnHook::serverDefault);
  }

  private Verdict first(
      ComparedColumn column, BiFunction<ColumnHook, ComparedColumn, Verdict> ask) {
    for (ColumnHook hook : hooks) {
      Verdict verdict = ExtensionCall.ask(hook, column, () -> ask.apply(hook, column));
      if (verdict != Verdict.UNDECIDED) {
        return verdict == Verdict.DIFFERENT && !insisting ? Verdict.UNDECIDED : verdict;
      }
    }
    return Verdict.UNDECIDED;
  }
}
