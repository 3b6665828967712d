package org.aludel.maven.goal;

import java.nio.file.Path;
import java.util.List;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.config.Settings;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share that write a revision by hand. They need no database. */
abstract class AuthorMojo extends OrmMojo {
  /** The title of the revision and part of the name of its file. */
  @Parameter(property = "orm.message")
  private @Nullable String message;

  /** The id of the new revision; 12 random hexadecimal digits unless given. */
  @Parameter(property = "orm.id")
  private @Nullable String id;

  /** Whether it may follow a revision that another one follows already. */
  @Parameter(property = "orm.splice", defaultValue = "false")
  private boolean splice;

  /** Labels for the branch that begins with it, as in billing. */
  @Parameter(property = "orm.branch")
  private @Nullable List<String> branch;

  /** Revisions of other branches that must be applied before it. */
  @Parameter(property = "orm.depends")
  private @Nullable List<String> depends;

  /** Which of several directories gets the file; that of the revision it follows unless given. */
  @Parameter(property = "orm.into")
  private @Nullable String into;

  @Override
  final boolean asks(Settings settings) {
    return false;
  }

  /** What the parameters say. */
  NewRevision given(Path base) {
    return NewRevision.of(message)
        .named(id)
        .splicing(splice)
        .labelled(branch == null ? List.of() : branch)
        .dependingOn(depends == null ? List.of() : depends)
        .into(into == null ? null : base.resolve(into));
  }
}
