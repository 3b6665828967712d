package org.aludel.orm.notice;

import org.aludel.orm.mapping.DeclarativeBase;

/** A table for each class, with ids that the application gives. */
public abstract class NoticeBase extends DeclarativeBase {}
