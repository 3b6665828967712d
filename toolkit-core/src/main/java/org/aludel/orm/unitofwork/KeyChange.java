package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.KeyPrecision;
import org.aludel.orm.state.Lifecycle;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose keys change. Foreign keys with ON UPDATE CASCADE follow by themselves, and memory
 * follows them here; those without a constraint are written. As SQLAlchemy: passive updates.
 */
final class KeyChange {
  /** An object whose foreign key must be written again. */
  record Follower(InstanceState<?> state, Relationship reference) {}

  private final PersistenceContext context;

  KeyChange(PersistenceContext context) {
    this.context = context;
  }

  /**
   * The id slots among those that changed.
   *
   * @throws UsageException with {@code KEY_CHANGED} for a key that the server makes, for one of
   *     joined tables, and for none
   */
  static <E> BitSet slots(InstanceState<E> state, BitSet changed) {
    requireDerived(state, changed);
    BitSet slots = new BitSet();
    for (BasicProperty id : state.model().ids()) {
      if (changed.get(id.slot()) && !follows(state, id, changed)) {
        if (id.generation() != Generation.NONE && id.generation() != Generation.DERIVED) {
          throw refused(state, "an id that the database makes");
        }
        slots.set(id.slot());
      }
    }
    if (!slots.isEmpty()) {
      requireMovable(state);
    }
    return slots;
  }

  private static <E> void requireDerived(InstanceState<E> state, BitSet changed) {
    for (Relationship reference : state.model().derived()) {
      if (changed.get(reference.slot()) && state.value(reference.slot()) == null) {
        throw refused(state, "null in \"" + reference + "\", which its id comes from");
      }
    }
  }

  private static <E> void requireMovable(InstanceState<E> state) {
    Object key = state.model().keyOf(state.entity());
    if (key == null) {
      throw refused(state, "null in its id");
    }
    if (state.model().mapper().tables().size() > 1) {
      throw refused(state, "an id that is the key of several joined tables");
    }
    KeyPrecision.require(state.model(), key);
  }

  /** Whether an id is that of the same object as before, whose own changes and is carried along. */
  private static boolean follows(InstanceState<?> state, BasicProperty id, BitSet changed) {
    return id.generation() == Generation.DERIVED
        && state.model().references().stream()
            .filter(one -> !changed.get(one.slot()) && followsByItself(one))
            .flatMap(one -> one.localColumns().stream())
            .anyMatch(column -> column.name().equals(id.column().name()));
  }

  /** Whether an object is about to give its key up. */
  static <E> boolean leaves(InstanceState<E> state) {
    return state.lifecycle() == Lifecycle.PERSISTENT
        && state.isLoaded()
        && !state.requireKey().equals(state.model().keyOf(state.entity()));
  }

  /** Loaded objects that refer to a row whose key changes, by keys that the server leaves alone. */
  static List<Follower> followers(PersistenceContext context, InstanceState<?> changed) {
    List<Follower> followers = new ArrayList<>();
    for (InstanceState<?> state : context.persistent()) {
      if (state.lifecycle() != Lifecycle.PERSISTENT || !state.isLoaded()) {
        continue;
      }
      for (Relationship reference : state.model().foreignKeys()) {
        if (state.value(reference.slot()) == changed.entity()
            && state.snapshotValue(reference.slot()) == changed.entity()
            && reference.updatable()
            && !followsByItself(reference)) {
          followers.add(new Follower(state, reference));
        }
      }
    }
    return followers;
  }

  private static boolean followsByItself(Relationship reference) {
    return Constraints.of(reference)
        .map(key -> key.onUpdate() == ReferentialAction.CASCADE)
        .orElse(false);
  }

  /** The row has its new key: the identity map, and attributes in columns that followed, do too. */
  <E> void written(InstanceState<E> state) {
    Object key = state.model().keyOf(state.entity());
    if (key == null) {
      throw new IllegalStateException("a key was checked before it was written: " + state);
    }
    Object before = state.requireKey();
    context.rekeyed(state, key);
    for (InstanceState<?> other : context.persistent()) {
      if (other != state) {
        follow(other, state, before);
      }
    }
  }

  private void follow(InstanceState<?> other, InstanceState<?> changed, Object before) {
    for (Relationship reference : other.model().foreignKeys()) {
      boolean refers =
          other.isLoaded()
              ? other.snapshotValue(reference.slot()) == changed.entity()
              : reference.target() == changed.model().mapper() && holds(other, reference, before);
      if (refers && followsByItself(reference)) {
        follow(other, reference, changed);
      }
    }
  }

  /** Whether an object that was never loaded has the key in its own. */
  private static boolean holds(InstanceState<?> other, Relationship reference, Object before) {
    for (int index = 0; index < reference.localColumns().size(); index++) {
      BasicProperty own = shared(other, reference, index);
      int part = own == null ? -1 : other.model().ids().indexOf(own);
      Object wanted = part(reference, index, before);
      if (part < 0 || !other.model().keyPart(other.requireKey(), part).equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private <E> void follow(
      InstanceState<E> other, Relationship reference, InstanceState<?> changed) {
    boolean rekeys = false;
    boolean follows = false;
    for (int index = 0; index < reference.localColumns().size(); index++) {
      BasicProperty own = shared(other, reference, index);
      if (own != null) {
        other.value(own.slot(), part(reference, index, changed.requireKey()));
        follows = true;
        rekeys |= other.model().ids().contains(own);
      }
    }
    if (rekeys) {
      written(other);
    }
    if (follows && other.isLoaded()) {
      context.updated(other);
    }
  }

  private static @Nullable BasicProperty shared(
      InstanceState<?> other, Relationship reference, int column) {
    return other.model().mapper().basicOf(reference.localColumns().get(column)).orElse(null);
  }

  private static Object part(Relationship reference, int column, Object key) {
    int index = EntityModel.idIndex(reference, column);
    return key instanceof List<?> parts ? parts.get(index) : key;
  }

  private static UsageException refused(InstanceState<?> state, String found) {
    return new UsageException(
        Problem.of(
                SessionCode.KEY_CHANGED,
                "cannot update \"" + state.model().describe(state.key()) + "\"")
            .found("another value in its id: " + found)
            .expected("a natural key of one table, or the id that it was read with")
            .fix("delete the object and add a new one with the new id"));
  }
}
