package org.aludel.migrations.handover;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * A column under its old and its new name, kept in step by a trigger: whoever writes one writes
 * both. The old one is nullable and has no default, so that a value in it was given by somebody.
 *
 * @param table as it is now
 */
public record TwoNames(QualifiedName table, String old, String renamed) {
  /** Triggers run in the order of their names, and this one has to see what others did. */
  public static final String PREFIX = "zz_aludel_";

  private static final Pattern COMMENT =
      Pattern.compile("keeps (.+) and (.+) in step until \\1 is dropped", Pattern.DOTALL);

  /** The pair that a trigger keeps in step, known by name and comment. */
  public static Optional<TwoNames> of(DefinedObject trigger) {
    ObjectReference reference = trigger.reference();
    String comment = trigger.comment();
    if (reference.kind() != ObjectKind.TRIGGER
        || !reference.part().startsWith(PREFIX)
        || comment == null) {
      return Optional.empty();
    }
    Matcher said = COMMENT.matcher(comment);
    return said.matches()
        ? Optional.of(new TwoNames(reference.name(), said.group(1), said.group(2)))
        : Optional.empty();
  }

  /** All pairs of a schema. */
  public static List<TwoNames> in(MetaData schema) {
    return schema.definedObjects().stream().flatMap(each -> of(each).stream()).toList();
  }

  /** What a person is told. */
  public String comment() {
    return "keeps " + old + " and " + renamed + " in step until " + old + " is dropped";
  }

  /** Of the trigger and of its function. */
  public String name() {
    CRC32 sum = new CRC32();
    sum.update((table + "." + old + ":" + renamed).getBytes(StandardCharsets.UTF_8));
    return PREFIX + String.format("%08x", sum.getValue());
  }

  public ObjectReference functionReference() {
    return ObjectReference.of(ObjectKind.FUNCTION, new QualifiedName(table.schema(), name()));
  }

  public ObjectReference triggerReference() {
    return new ObjectReference(ObjectKind.TRIGGER, table, name());
  }

  /**
   * As the server spells it. Values are compared as they are stored, since not every type knows
   * equality.
   */
  public DefinedObject function(IdentifierQuoter quoter) {
    String from = quoter.quote(old);
    String to = quoter.quote(renamed);
    String body =
        """

        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW.{old} IS NOT NULL THEN
              NEW.{new} := NEW.{old};
            ELSE
              NEW.{old} := NEW.{new};
            END IF;
          ELSIF ROW(NEW.{new})::record OPERATOR(pg_catalog.*<>) ROW(OLD.{new})::record THEN
            NEW.{old} := NEW.{new};
          ELSIF ROW(NEW.{old})::record OPERATOR(pg_catalog.*<>) ROW(OLD.{old})::record THEN
            NEW.{new} := NEW.{old};
          END IF;
          RETURN NEW;
        END
        """
            .replace("{old}", from)
            .replace("{new}", to);
    return new DefinedObject(
        functionReference(),
        "CREATE OR REPLACE FUNCTION "
            + quoter.quote(functionReference().name())
            + "()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$"
            + body
            + "$function$",
        List.of(),
        comment());
  }

  /** As the server spells it. */
  public DefinedObject trigger(IdentifierQuoter quoter) {
    return new DefinedObject(
        triggerReference(),
        "CREATE TRIGGER "
            + quoter.quote(name())
            + " BEFORE INSERT OR UPDATE ON "
            + quoter.quote(table)
            + " FOR EACH ROW EXECUTE FUNCTION "
            + quoter.quote(functionReference().name())
            + "()",
        List.of(),
        comment());
  }
}
