package org.aludel.orm.versions;

import org.aludel.orm.mapping.DeclarativeBase;

/** Classes with versions of each kind. */
public abstract class VersionsBase extends DeclarativeBase {}
