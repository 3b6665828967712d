package org.aludel.maven.goal;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * As check, on what was compiled before: for projects without Java and for builds that have just
 * compiled. Example: {@code mvn compile orm:check-only}
 */
@Mojo(
    name = "check-only",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class CheckOnlyMojo extends CheckingMojo {}
