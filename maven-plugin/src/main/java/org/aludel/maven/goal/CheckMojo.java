package org.aludel.maven.goal;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles, then answers three questions: do the revisions make the model, is there one head, has
 * the database what its revisions make. Fails with the list where one answer is no; the answers are
 * also in target/aludel/check.json. Without orm.url the third is left out, and orm.scratch.url
 * names the server on which the first is tried. Example: {@code mvn orm:check}
 */
@Mojo(
    name = "check",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CheckMojo extends CheckingMojo {}
