package org.aludel.migrations.authoring;

import java.nio.file.Path;
import org.aludel.migrations.revision.Revision;

/** A new revision and the file that holds it. */
public record WrittenRevision(Revision revision, Path file) {}
