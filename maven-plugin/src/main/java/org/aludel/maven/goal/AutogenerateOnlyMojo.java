package org.aludel.maven.goal;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * As autogenerate, on what was compiled before: for projects without Java and for builds that have
 * just compiled. Example: {@code mvn compile orm:autogenerate-only -Dorm.message="add email"}
 */
@Mojo(
    name = "autogenerate-only",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class AutogenerateOnlyMojo extends ComparingMojo {}
