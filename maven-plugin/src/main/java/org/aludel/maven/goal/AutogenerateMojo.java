package org.aludel.maven.goal;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles, compares the model with the database, tries the difference out and writes it as a
 * revision. Without a difference it writes nothing and says so. Refuses when the database is not at
 * head. Example: {@code mvn orm:autogenerate -Dorm.message="add email"}
 */
@Mojo(
    name = "autogenerate",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class AutogenerateMojo extends ComparingMojo {}
