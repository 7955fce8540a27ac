IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [att_attachment] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [sha256] nvarchar(64) NOT NULL,
        [size] bigint NOT NULL,
        [content_type] nvarchar(40) NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [taken_at] datetime2(3) NULL,
        [uploaded_by_id] uniqueidentifier NOT NULL,
        [uploaded_by_name] nvarchar(80) NOT NULL,
        [uploaded_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_att_attachment] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [att_binding] (
        [key] bigint NOT NULL IDENTITY,
        [attachment_id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [bound_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_att_binding] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [calendar_correction] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [year] int NOT NULL,
        [notice] nvarchar(500) NULL,
        [holidays] nvarchar(max) NOT NULL,
        [off] nvarchar(max) NOT NULL,
        [make_up_work] nvarchar(max) NOT NULL,
        [reason] nvarchar(1000) NOT NULL,
        [changes] nvarchar(max) NOT NULL,
        [proposed_by] uniqueidentifier NOT NULL,
        [proposed_by_name] nvarchar(100) NOT NULL,
        [proposed_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [decided_by] uniqueidentifier NULL,
        [decided_by_name] nvarchar(100) NULL,
        [decided_at] datetime2(3) NULL,
        [opinion] nvarchar(1000) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_calendar_correction] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [calendar_edition] (
        [key] bigint NOT NULL IDENTITY,
        [version] nvarchar(60) NOT NULL,
        [year] int NOT NULL,
        [revision] int NOT NULL,
        [covers_from] date NOT NULL,
        [covers_to] date NOT NULL,
        [notice] nvarchar(500) NULL,
        [holidays] nvarchar(max) NOT NULL,
        [off] nvarchar(max) NOT NULL,
        [make_up_work] nvarchar(max) NOT NULL,
        [loaded_at] datetime2(3) NOT NULL,
        [loaded_by] uniqueidentifier NOT NULL,
        [loaded_by_name] nvarchar(100) NOT NULL,
        [correction_id] uniqueidentifier NULL,
        [checked] int NOT NULL,
        [moved] int NOT NULL,
        [recomputed_at] datetime2(3) NULL,
        [cancelled_at] datetime2(3) NULL,
        [cancelled_by] nvarchar(100) NULL,
        CONSTRAINT [PK_calendar_edition] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [clock_business] (
        [name] nvarchar(20) NOT NULL,
        [ahead_milliseconds] bigint NOT NULL,
        [reached_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_clock_business] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [clock_duty] (
        [name] nvarchar(100) NOT NULL,
        [done_until] datetime2(3) NOT NULL,
        [lease_owner] nvarchar(64) NULL,
        [lease_until] datetime2(3) NULL,
        CONSTRAINT [PK_clock_duty] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [deadline] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [owner_post_id] uniqueidentifier NULL,
        [rule_id] nvarchar(60) NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [start_event] nvarchar(200) NOT NULL,
        [source] nvarchar(500) NOT NULL,
        [article] nvarchar(200) NULL,
        [started_at] datetime2(3) NOT NULL,
        [unit] nvarchar(40) NOT NULL,
        [amount] int NOT NULL,
        [roll_forward] bit NOT NULL,
        [named_date] date NULL,
        [due_on] date NULL,
        [due_at] datetime2(3) NOT NULL,
        [overdue_at] datetime2(3) NOT NULL,
        [provisional] bit NOT NULL,
        [calendar_version] nvarchar(60) NOT NULL,
        [checked_version] nvarchar(60) NOT NULL,
        [policy_pack_version] nvarchar(60) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [met_at] datetime2(3) NULL,
        [met_late] bit NOT NULL,
        [cancel_reason] nvarchar(500) NULL,
        [version] bigint NOT NULL,
        [stops] nvarchar(max) NOT NULL,
        [changes] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_deadline] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [doc_document] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [number] nvarchar(80) NOT NULL,
        [template] nvarchar(60) NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [title] nvarchar(100) NOT NULL,
        [organ_name] nvarchar(200) NOT NULL,
        [fields] nvarchar(max) NOT NULL,
        [due_date] date NULL,
        [state] nvarchar(40) NOT NULL,
        [issued_at] datetime2(3) NOT NULL,
        [served_at] datetime2(3) NULL,
        [service] nvarchar(max) NULL,
        [voided_at] datetime2(3) NULL,
        [voided_by] nvarchar(60) NULL,
        [void_reason] nvarchar(500) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_doc_document] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [doc_serial] (
        [organ] nvarchar(60) NOT NULL,
        [kind] nvarchar(20) NOT NULL,
        [year] int NOT NULL,
        [last] int NOT NULL,
        CONSTRAINT [PK_doc_serial] PRIMARY KEY ([organ], [kind], [year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [escalation_case] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [level] nvarchar(40) NOT NULL,
        [fact] nvarchar(500) NOT NULL,
        [missed_date] date NULL,
        [opened_at] datetime2(3) NOT NULL,
        [closed_at] datetime2(3) NULL,
        [close_reason] nvarchar(500) NULL,
        CONSTRAINT [PK_escalation_case] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [hazard_instruction] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [serial] int NOT NULL,
        [items] nvarchar(max) NOT NULL,
        [legal_basis] nvarchar(1000) NOT NULL,
        [deadline] date NOT NULL,
        [stop_use] bit NOT NULL,
        [first_inspector_id] uniqueidentifier NULL,
        [first_inspector_name] nvarchar(60) NOT NULL,
        [first_certificate] nvarchar(60) NULL,
        [second_inspector_id] uniqueidentifier NULL,
        [second_inspector_name] nvarchar(60) NOT NULL,
        [second_certificate] nvarchar(60) NULL,
        [issued_at] datetime2(3) NOT NULL,
        [service_mode] nvarchar(40) NOT NULL,
        [receiver] nvarchar(120) NOT NULL,
        [served_at] datetime2(3) NOT NULL,
        [refused] bit NOT NULL,
        [service_note] nvarchar(2000) NULL,
        CONSTRAINT [PK_hazard_instruction] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_role] (
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(128) NULL,
        [normalized_name] nvarchar(128) NULL,
        [concurrency_stamp] nvarchar(64) NULL,
        CONSTRAINT [PK_identity_role] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_user] (
        [id] uniqueidentifier NOT NULL,
        [person_id] uniqueidentifier NULL,
        [is_disabled] bit NOT NULL,
        [user_name] nvarchar(128) NULL,
        [normalized_user_name] nvarchar(128) NULL,
        [email] nvarchar(256) NULL,
        [normalized_email] nvarchar(256) NULL,
        [email_confirmed] bit NOT NULL,
        [password_hash] nvarchar(max) NULL,
        [security_stamp] nvarchar(max) NULL,
        [concurrency_stamp] nvarchar(64) NULL,
        [phone_number] nvarchar(max) NULL,
        [phone_number_confirmed] bit NOT NULL,
        [two_factor_enabled] bit NOT NULL,
        [lockout_end] datetime2(3) NULL,
        [lockout_enabled] bit NOT NULL,
        [access_failed_count] int NOT NULL,
        CONSTRAINT [PK_identity_user] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [ledger_entry] (
        [row_no] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [sequence] bigint NOT NULL,
        [act] nvarchar(80) NOT NULL,
        [kind] nvarchar(20) NOT NULL,
        [summary] nvarchar(max) NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [person_id] uniqueidentifier NULL,
        [person_name] nvarchar(80) NOT NULL,
        [post_id] uniqueidentifier NULL,
        [post_name] nvarchar(120) NULL,
        [on_behalf_of] nvarchar(120) NULL,
        [event_time] datetime2(3) NOT NULL,
        [received_at] datetime2(3) NOT NULL,
        [state_after] nvarchar(40) NULL,
        [document_id] uniqueidentifier NULL,
        [detail] varbinary(max) NULL,
        [previous_hash] varbinary(32) NULL,
        [hash] varbinary(32) NOT NULL,
        CONSTRAINT [PK_ledger_entry] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [ledger_head] (
        [matter_id] uniqueidentifier NOT NULL,
        [sequence] bigint NOT NULL,
        [hash] varbinary(32) NOT NULL,
        CONSTRAINT [PK_ledger_head] PRIMARY KEY ([matter_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [matter] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [kind] nvarchar(20) NOT NULL,
        [number] nvarchar(60) NULL,
        [title] nvarchar(300) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [grade] nvarchar(40) NULL,
        [version] bigint NOT NULL,
        [region_code] nvarchar(20) NOT NULL,
        [enterprise_id] uniqueidentifier NULL,
        [department_id] uniqueidentifier NULL,
        [created_at] datetime2(3) NOT NULL,
        [updated_at] datetime2(3) NOT NULL,
        [closed_at] datetime2(3) NULL,
        [is_overdue] bit NOT NULL,
        [rectify_by] date NULL,
        [place_type] nvarchar(40) NULL,
        CONSTRAINT [PK_matter] PRIMARY KEY ([row_no]),
        CONSTRAINT [AK_matter_id] UNIQUE ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [matter_confirmation] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [command] nvarchar(40) NOT NULL,
        [form_json] nvarchar(max) NOT NULL,
        [proposer_user_id] uniqueidentifier NOT NULL,
        [proposer_person_id] uniqueidentifier NULL,
        [proposer_name] nvarchar(60) NOT NULL,
        [proposed_at] datetime2(3) NOT NULL,
        [state_before] nvarchar(40) NOT NULL,
        [confirmer_person_id] uniqueidentifier NULL,
        [confirmer_post_kind] nvarchar(40) NOT NULL,
        [confirmer_name] nvarchar(120) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [decided_at] datetime2(3) NULL,
        [decided_by_person_id] uniqueidentifier NULL,
        [decided_by_name] nvarchar(60) NULL,
        [reason] nvarchar(2000) NULL,
        CONSTRAINT [PK_matter_confirmation] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [matter_hold] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [article] nvarchar(200) NOT NULL,
        [document_id] uniqueidentifier NULL,
        [document_number] nvarchar(60) NULL,
        [placed_at] datetime2(3) NOT NULL,
        [lifted_at] datetime2(3) NULL,
        CONSTRAINT [PK_matter_hold] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [matter_link] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [other_matter_id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [created_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_matter_link] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [matter_party] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [role] nvarchar(40) NOT NULL,
        [person_id] uniqueidentifier NULL,
        [person_name] nvarchar(60) NULL,
        [post_id] uniqueidentifier NULL,
        [post_name] nvarchar(120) NULL,
        [department_id] uniqueidentifier NULL,
        [department_name] nvarchar(120) NULL,
        [enterprise_id] uniqueidentifier NULL,
        [enterprise_name] nvarchar(200) NULL,
        [since] datetime2(3) NOT NULL,
        CONSTRAINT [PK_matter_party] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [notice_notices] (
        [row_no] bigint NOT NULL IDENTITY,
        [tail] rowversion NOT NULL,
        [id] uniqueidentifier NOT NULL,
        [recipient_person_id] uniqueidentifier NOT NULL,
        [recipient_name] nvarchar(100) NOT NULL,
        [post_id] uniqueidentifier NULL,
        [post_name] nvarchar(200) NULL,
        [for_vacant_post] bit NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [title] nvarchar(200) NOT NULL,
        [body] nvarchar(1000) NOT NULL,
        [matter_id] uniqueidentifier NULL,
        [task_id] uniqueidentifier NULL,
        [created_at] datetime2(3) NOT NULL,
        [delivered_at] datetime2(3) NULL,
        [opened_at] datetime2(3) NULL,
        CONSTRAINT [PK_notice_notices] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_department] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [code] nvarchar(40) NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [short_name] nvarchar(40) NOT NULL,
        [number_mark] nvarchar(10) NOT NULL,
        [region_code] nvarchar(12) NOT NULL,
        [duty] nvarchar(500) NOT NULL,
        [place_types] nvarchar(400) NOT NULL,
        [priority] int NOT NULL,
        [valid_from] date NOT NULL,
        [valid_to] date NULL,
        [successor_id] uniqueidentifier NULL,
        CONSTRAINT [PK_org_department] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_enterprise] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [credit_code] nvarchar(18) NOT NULL,
        [credit_code_confirmed] bit NOT NULL,
        [region_code] nvarchar(12) NOT NULL,
        [address] nvarchar(300) NOT NULL,
        [place_type] nvarchar(40) NOT NULL,
        [phone] nvarchar(40) NULL,
        [status] nvarchar(40) NOT NULL,
        [registered_at] datetime2(3) NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_org_enterprise] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_enterprise_gram] (
        [gram] nvarchar(4) NOT NULL,
        [enterprise_id] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_org_enterprise_gram] PRIMARY KEY ([gram], [enterprise_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_equipment] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [code] nvarchar(21) NOT NULL,
        [former_code] nvarchar(21) NULL,
        [catalogue_code] nvarchar(4) NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [registration_number] nvarchar(40) NULL,
        [enterprise_id] uniqueidentifier NOT NULL,
        [region_code] nvarchar(12) NOT NULL,
        [place] nvarchar(200) NOT NULL,
        [status] nvarchar(40) NOT NULL,
        [manufacturer] nvarchar(200) NULL,
        [used_since] date NULL,
        [next_inspection_on] date NULL,
        [maintenance_unit] nvarchar(200) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_org_equipment] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_person] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(60) NOT NULL,
        [certificate_number] nvarchar(40) NULL,
        [phone] nvarchar(40) NULL,
        [user_id] uniqueidentifier NULL,
        CONSTRAINT [PK_org_person] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_post] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [region_code] nvarchar(12) NOT NULL,
        [department_id] uniqueidentifier NULL,
        [enterprise_id] uniqueidentifier NULL,
        [superior_post_id] uniqueidentifier NULL,
        [valid_from] date NOT NULL,
        [valid_to] date NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_org_post] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_post_holder] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [post_id] uniqueidentifier NOT NULL,
        [person_id] uniqueidentifier NOT NULL,
        [valid_from] datetime2(3) NOT NULL,
        [valid_to] datetime2(3) NULL,
        [appointed_by] uniqueidentifier NOT NULL,
        [relieved_by] uniqueidentifier NULL,
        CONSTRAINT [PK_org_post_holder] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_region] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [code] nvarchar(12) NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [short_name] nvarchar(20) NOT NULL,
        [parent_code] nvarchar(12) NULL,
        [level] nvarchar(40) NOT NULL,
        [valid_from] date NOT NULL,
        [valid_to] date NULL,
        CONSTRAINT [PK_org_region] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_region_stamp] (
        [id] int NOT NULL,
        [value] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_org_region_stamp] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [org_region_succession] (
        [key] bigint NOT NULL IDENTITY,
        [code] nvarchar(12) NOT NULL,
        [successor_code] nvarchar(12) NOT NULL,
        [change] nvarchar(40) NOT NULL,
        [effective_on] date NOT NULL,
        CONSTRAINT [PK_org_region_succession] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [policy_pack] (
        [key] bigint NOT NULL IDENTITY,
        [version] nvarchar(60) NOT NULL,
        [loaded_at] datetime2(3) NOT NULL,
        [loaded_by_name] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_policy_pack] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [policy_parameter] (
        [key] bigint NOT NULL IDENTITY,
        [pack_version] nvarchar(60) NOT NULL,
        [parameter_id] nvarchar(60) NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [value] decimal(18,2) NOT NULL,
        [unit] nvarchar(20) NOT NULL,
        [source] nvarchar(500) NOT NULL,
        [article] nvarchar(200) NULL,
        [mark] nvarchar(4) NOT NULL,
        [region] nvarchar(12) NULL,
        [valid_from] date NOT NULL,
        [valid_to] date NULL,
        CONSTRAINT [PK_policy_parameter] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [policy_rule] (
        [key] bigint NOT NULL IDENTITY,
        [pack_version] nvarchar(60) NOT NULL,
        [rule_id] nvarchar(60) NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [amount] int NOT NULL,
        [unit] nvarchar(40) NOT NULL,
        [roll_forward] bit NOT NULL,
        [start_event] nvarchar(200) NOT NULL,
        [source] nvarchar(500) NOT NULL,
        [article] nvarchar(200) NULL,
        [mark] nvarchar(4) NOT NULL,
        [region] nvarchar(12) NULL,
        [valid_from] date NOT NULL,
        [valid_to] date NULL,
        CONSTRAINT [PK_policy_rule] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_extension] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [old_date] date NOT NULL,
        [requested_date] date NOT NULL,
        [reason] nvarchar(2000) NOT NULL,
        [interim_control] nvarchar(2000) NOT NULL,
        [requested_by_name] nvarchar(60) NOT NULL,
        [requested_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [granted_date] date NULL,
        [decision_reason] nvarchar(2000) NULL,
        [decided_by_id] uniqueidentifier NULL,
        [decided_by_name] nvarchar(60) NULL,
        [decided_at] datetime2(3) NULL,
        CONSTRAINT [PK_rectification_extension] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_plan] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [serial] int NOT NULL,
        [goal] nvarchar(2000) NOT NULL,
        [measures] nvarchar(max) NOT NULL,
        [deadline] date NOT NULL,
        [responsible_unit] nvarchar(200) NOT NULL,
        [leader] nvarchar(60) NOT NULL,
        [doer] nvarchar(60) NOT NULL,
        [supervisor] nvarchar(60) NOT NULL,
        [funding_amount] decimal(18,2) NOT NULL,
        [funding_source] nvarchar(200) NULL,
        [funding_arrival] date NULL,
        [zero_funding_reason] nvarchar(500) NULL,
        [contingency_plan] nvarchar(2000) NULL,
        [interim_control] nvarchar(2000) NULL,
        [submitted_by_id] uniqueidentifier NULL,
        [submitted_by_name] nvarchar(60) NOT NULL,
        [submitted_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [opinion] nvarchar(2000) NULL,
        [reviewed_by_name] nvarchar(60) NULL,
        [reviewed_at] datetime2(3) NULL,
        CONSTRAINT [PK_rectification_plan] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_progress] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [text] nvarchar(2000) NOT NULL,
        [reported_by_name] nvarchar(60) NOT NULL,
        [reported_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_rectification_progress] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_reinspection] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [serial] int NOT NULL,
        [method] nvarchar(40) NOT NULL,
        [items] nvarchar(max) NOT NULL,
        [result] nvarchar(40) NOT NULL,
        [new_deadline] date NULL,
        [first_inspector_id] uniqueidentifier NULL,
        [first_inspector_name] nvarchar(60) NOT NULL,
        [first_certificate] nvarchar(60) NULL,
        [second_inspector_id] uniqueidentifier NULL,
        [second_inspector_name] nvarchar(60) NOT NULL,
        [second_certificate] nvarchar(60) NULL,
        [reinspected_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_rectification_reinspection] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_report] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [serial] int NOT NULL,
        [text] nvarchar(4000) NOT NULL,
        [items] nvarchar(max) NOT NULL,
        [funds_spent] decimal(18,2) NOT NULL,
        [submitted_by_id] uniqueidentifier NULL,
        [submitted_by_name] nvarchar(60) NOT NULL,
        [submitted_at] datetime2(3) NOT NULL,
        [late] bit NOT NULL,
        CONSTRAINT [PK_rectification_report] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [rectification_sign_off] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [opinion] nvarchar(2000) NOT NULL,
        [approver_id] uniqueidentifier NULL,
        [approver_name] nvarchar(60) NOT NULL,
        [signed_off_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_rectification_sign_off] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [server_access_refusal] (
        [id] uniqueidentifier NOT NULL,
        [at] datetime2(3) NOT NULL,
        [user_name] nvarchar(64) NOT NULL,
        [method] nvarchar(16) NOT NULL,
        [path] nvarchar(512) NOT NULL,
        [status] int NOT NULL,
        [remote_address] nvarchar(64) NULL,
        CONSTRAINT [PK_server_access_refusal] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [server_data_protection_key] (
        [id] uniqueidentifier NOT NULL,
        [friendly_name] nvarchar(256) NOT NULL,
        [xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_server_data_protection_key] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [task_assignments] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [task_id] uniqueidentifier NOT NULL,
        [position] int NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [post_id] uniqueidentifier NULL,
        [post_name] nvarchar(200) NULL,
        [post_kind] nvarchar(60) NULL,
        [person_id] uniqueidentifier NULL,
        [person_name] nvarchar(100) NULL,
        [region_code] nvarchar(20) NULL,
        [department_id] uniqueidentifier NULL,
        [enterprise_id] uniqueidentifier NULL,
        [superior_post_id] uniqueidentifier NULL,
        [holders_at_start] nvarchar(1000) NOT NULL,
        [holders_at_end] nvarchar(1000) NULL,
        [state] nvarchar(40) NOT NULL,
        [assigned_at] datetime2(3) NOT NULL,
        [ended_at] datetime2(3) NULL,
        CONSTRAINT [PK_task_assignments] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [task_comments] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [task_id] uniqueidentifier NOT NULL,
        [person_id] uniqueidentifier NULL,
        [person_name] nvarchar(100) NOT NULL,
        [text] nvarchar(1000) NOT NULL,
        [at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_task_comments] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [task_tasks] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [region_code] nvarchar(20) NOT NULL,
        [instance_id] uniqueidentifier NOT NULL,
        [activity_instance_id] nvarchar(64) NOT NULL,
        [activity_id] nvarchar(64) NOT NULL,
        [title] nvarchar(200) NOT NULL,
        [form] nvarchar(100) NULL,
        [message] nvarchar(1000) NULL,
        [mode] nvarchar(40) NOT NULL,
        [outcomes_json] nvarchar(max) NOT NULL,
        [about_json] nvarchar(max) NULL,
        [state] nvarchar(40) NOT NULL,
        [outcome] nvarchar(100) NULL,
        [closed_by] nvarchar(100) NULL,
        [completed_by_person_id] uniqueidentifier NULL,
        [completed_by_name] nvarchar(100) NULL,
        [deadline_id] uniqueidentifier NULL,
        [owns_deadline] bit NOT NULL,
        [due_date] date NULL,
        [due_instant] datetime2(3) NULL,
        [overdue_at] datetime2(3) NULL,
        [urgency] datetime2(3) NOT NULL,
        [paused] bit NOT NULL,
        [on_overdue] nvarchar(40) NOT NULL,
        [escalate] bit NOT NULL,
        [claimed_by_person_id] uniqueidentifier NULL,
        [claimed_by_name] nvarchar(100) NULL,
        [claimed_at] datetime2(3) NULL,
        [opened_at] datetime2(3) NULL,
        [sent_by_person_id] uniqueidentifier NULL,
        [sent_by_name] nvarchar(100) NULL,
        [urge_count] int NOT NULL,
        [created_at] datetime2(3) NOT NULL,
        [closed_at] datetime2(3) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_task_tasks] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [task_transfers] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [task_id] uniqueidentifier NOT NULL,
        [from_assignment_id] uniqueidentifier NOT NULL,
        [to_assignment_id] uniqueidentifier NOT NULL,
        [by_person_id] uniqueidentifier NULL,
        [by_name] nvarchar(100) NOT NULL,
        [reason] nvarchar(1000) NOT NULL,
        [at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_task_transfers] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [task_urges] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [task_id] uniqueidentifier NOT NULL,
        [by_person_id] uniqueidentifier NULL,
        [by_name] nvarchar(100) NOT NULL,
        [text] nvarchar(1000) NOT NULL,
        [at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_task_urges] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_bookmark] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [instance_id] uniqueidentifier NOT NULL,
        [activity_instance_id] nvarchar(64) NOT NULL,
        [kind] nvarchar(20) NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [correlation_id] nvarchar(64) NULL,
        [due_at] datetime2(3) NULL,
        [payload] nvarchar(max) NULL,
        [lease_owner] nvarchar(64) NULL,
        [lease_until] datetime2(3) NULL,
        [attempts] int NOT NULL,
        CONSTRAINT [PK_wf_bookmark] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_definition] (
        [row_no] bigint NOT NULL IDENTITY,
        [version_id] uniqueidentifier NOT NULL,
        [definition_id] nvarchar(100) NOT NULL,
        [version] int NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [description] nvarchar(max) NULL,
        [json] nvarchar(max) NOT NULL,
        [is_latest] bit NOT NULL,
        [is_published] bit NOT NULL,
        [created_at] datetime2(3) NOT NULL,
        [updated_at] datetime2(3) NOT NULL,
        [published_at] datetime2(3) NULL,
        CONSTRAINT [PK_wf_definition] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_incident] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [instance_id] uniqueidentifier NOT NULL,
        [activity_instance_id] nvarchar(64) NOT NULL,
        [activity_id] nvarchar(100) NOT NULL,
        [activity_type] nvarchar(100) NOT NULL,
        [activity_name] nvarchar(200) NOT NULL,
        [message] nvarchar(max) NOT NULL,
        [detail] nvarchar(max) NULL,
        [attempts] int NOT NULL,
        [occurred_at] datetime2(3) NOT NULL,
        [retry_at] datetime2(3) NULL,
        [resolved_at] datetime2(3) NULL,
        CONSTRAINT [PK_wf_incident] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_instance] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [definition_version_id] uniqueidentifier NOT NULL,
        [definition_id] nvarchar(100) NOT NULL,
        [definition_version] int NOT NULL,
        [version] bigint NOT NULL,
        [status] nvarchar(20) NOT NULL,
        [correlation_id] nvarchar(64) NULL,
        [name] nvarchar(200) NULL,
        [open_incidents] int NOT NULL,
        [created_at] datetime2(3) NOT NULL,
        [updated_at] datetime2(3) NOT NULL,
        [finished_at] datetime2(3) NULL,
        [state] varbinary(max) NOT NULL,
        CONSTRAINT [PK_wf_instance] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_journal] (
        [row_no] bigint NOT NULL IDENTITY,
        [instance_id] uniqueidentifier NOT NULL,
        [activity_instance_id] nvarchar(64) NOT NULL,
        [parent_activity_instance_id] nvarchar(64) NULL,
        [activity_id] nvarchar(100) NOT NULL,
        [node_id] nvarchar(400) NOT NULL,
        [activity_type] nvarchar(100) NOT NULL,
        [activity_version] int NOT NULL,
        [activity_name] nvarchar(200) NOT NULL,
        [sequence] bigint NOT NULL,
        [status] nvarchar(20) NOT NULL,
        [started_at] datetime2(3) NOT NULL,
        [completed_at] datetime2(3) NULL,
        [detail] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_wf_journal] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_pending_signal] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [correlation_id] nvarchar(64) NULL,
        [payload] nvarchar(max) NOT NULL,
        [instance_id] uniqueidentifier NULL,
        [attempts] int NOT NULL,
        [retry_at] datetime2(3) NOT NULL,
        [last_error] nvarchar(max) NOT NULL,
        [raised_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_wf_pending_signal] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [wf_stamp] (
        [name] nvarchar(40) NOT NULL,
        [value] bigint NOT NULL,
        CONSTRAINT [PK_wf_stamp] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_role_claim] (
        [id] int NOT NULL IDENTITY,
        [role_id] uniqueidentifier NOT NULL,
        [claim_type] nvarchar(max) NULL,
        [claim_value] nvarchar(max) NULL,
        CONSTRAINT [PK_identity_role_claim] PRIMARY KEY ([id]),
        CONSTRAINT [FK_identity_role_claim_identity_role_role_id] FOREIGN KEY ([role_id]) REFERENCES [identity_role] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_user_claim] (
        [id] int NOT NULL IDENTITY,
        [user_id] uniqueidentifier NOT NULL,
        [claim_type] nvarchar(max) NULL,
        [claim_value] nvarchar(max) NULL,
        CONSTRAINT [PK_identity_user_claim] PRIMARY KEY ([id]),
        CONSTRAINT [FK_identity_user_claim_identity_user_user_id] FOREIGN KEY ([user_id]) REFERENCES [identity_user] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_user_login] (
        [login_provider] nvarchar(128) NOT NULL,
        [provider_key] nvarchar(128) NOT NULL,
        [provider_display_name] nvarchar(max) NULL,
        [user_id] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_identity_user_login] PRIMARY KEY ([login_provider], [provider_key]),
        CONSTRAINT [FK_identity_user_login_identity_user_user_id] FOREIGN KEY ([user_id]) REFERENCES [identity_user] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_user_role] (
        [user_id] uniqueidentifier NOT NULL,
        [role_id] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_identity_user_role] PRIMARY KEY ([user_id], [role_id]),
        CONSTRAINT [FK_identity_user_role_identity_role_role_id] FOREIGN KEY ([role_id]) REFERENCES [identity_role] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_identity_user_role_identity_user_user_id] FOREIGN KEY ([user_id]) REFERENCES [identity_user] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [identity_user_token] (
        [user_id] uniqueidentifier NOT NULL,
        [login_provider] nvarchar(128) NOT NULL,
        [name] nvarchar(128) NOT NULL,
        [value] nvarchar(max) NULL,
        CONSTRAINT [PK_identity_user_token] PRIMARY KEY ([user_id], [login_provider], [name]),
        CONSTRAINT [FK_identity_user_token_identity_user_user_id] FOREIGN KEY ([user_id]) REFERENCES [identity_user] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE TABLE [hazard] (
        [row_no] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [source] nvarchar(40) NOT NULL,
        [source_system] nvarchar(60) NOT NULL,
        [source_id] nvarchar(120) NOT NULL,
        [finder_name] nvarchar(60) NULL,
        [reported_by_name] nvarchar(60) NULL,
        [found_at] datetime2(3) NOT NULL,
        [received_at] datetime2(3) NOT NULL,
        [late_reason] nvarchar(2000) NULL,
        [no_unit] bit NOT NULL,
        [enterprise_name] nvarchar(200) NULL,
        [equipment_id] uniqueidentifier NULL,
        [equipment_code] nvarchar(40) NULL,
        [equipment_kind_name] nvarchar(60) NULL,
        [equipment_text] nvarchar(200) NULL,
        [place] nvarchar(300) NOT NULL,
        [region_name] nvarchar(60) NULL,
        [text] nvarchar(2000) NOT NULL,
        [immediate_danger] bit NOT NULL,
        [clause] nvarchar(500) NULL,
        [registration_note] nvarchar(2000) NULL,
        [registered_at] datetime2(3) NULL,
        [dismiss_reason] nvarchar(2000) NULL,
        [basis_codes] nvarchar(400) NULL,
        [basis_text] nvarchar(2000) NULL,
        [graded_at] datetime2(3) NULL,
        [spot_text] nvarchar(2000) NULL,
        [fixed_at] datetime2(3) NULL,
        [search_text] nvarchar(1000) NOT NULL,
        CONSTRAINT [PK_hazard] PRIMARY KEY ([row_no]),
        CONSTRAINT [FK_hazard_matter_matter_id] FOREIGN KEY ([matter_id]) REFERENCES [matter] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'value') AND [object_id] = OBJECT_ID(N'[wf_stamp]'))
        SET IDENTITY_INSERT [wf_stamp] ON;
    EXEC(N'INSERT INTO [wf_stamp] ([name], [value])
    VALUES (N''definitions'', CAST(1 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'value') AND [object_id] = OBJECT_ID(N'[wf_stamp]'))
        SET IDENTITY_INSERT [wf_stamp] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_att_attachment_id] ON [att_attachment] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_att_attachment_sha256] ON [att_attachment] ([sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_att_attachment_uploaded_at] ON [att_attachment] ([uploaded_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_att_binding_attachment_id_matter_id_kind] ON [att_binding] ([attachment_id], [matter_id], [kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_att_binding_matter_id] ON [att_binding] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_calendar_correction_id] ON [calendar_correction] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_calendar_edition_year_revision] ON [calendar_edition] ([year], [revision]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_deadline_id] ON [deadline] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_deadline_matter_id] ON [deadline] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_deadline_provisional_state] ON [deadline] ([provisional], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_doc_document_id] ON [doc_document] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_doc_document_matter_id] ON [doc_document] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_doc_document_number] ON [doc_document] ([number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_escalation_case_id] ON [escalation_case] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_escalation_case_matter_id_closed_at] ON [escalation_case] ([matter_id], [closed_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_hazard_equipment_id] ON [hazard] ([equipment_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_matter_id] ON [hazard] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_source_system_source_id] ON [hazard] ([source_system], [source_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_instruction_id] ON [hazard_instruction] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_instruction_matter_id_serial] ON [hazard_instruction] ([matter_id], [serial]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_identity_role_normalized_name] ON [identity_role] ([normalized_name]) WHERE [normalized_name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_role_claim_role_id] ON [identity_role_claim] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_user_normalized_email] ON [identity_user] ([normalized_email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_identity_user_normalized_user_name] ON [identity_user] ([normalized_user_name]) WHERE [normalized_user_name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_user_person_id] ON [identity_user] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_user_claim_user_id] ON [identity_user_claim] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_user_login_user_id] ON [identity_user_login] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_identity_user_role_role_id] ON [identity_user_role] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ledger_entry_matter_id_sequence] ON [ledger_entry] ([matter_id], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_created_at] ON [matter] ([created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_enterprise_id_state] ON [matter] ([enterprise_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_matter_id] ON [matter] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_matter_number] ON [matter] ([number]) WHERE number IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_region_code_state] ON [matter] ([region_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_state_updated_at] ON [matter] ([state], [updated_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_confirmation_confirmer_person_id_state] ON [matter_confirmation] ([confirmer_person_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_matter_confirmation_id] ON [matter_confirmation] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_confirmation_matter_id_state] ON [matter_confirmation] ([matter_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_matter_hold_id] ON [matter_hold] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_hold_matter_id_lifted_at] ON [matter_hold] ([matter_id], [lifted_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_link_matter_id] ON [matter_link] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_link_other_matter_id] ON [matter_link] ([other_matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_party_matter_id_role] ON [matter_party] ([matter_id], [role]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_matter_party_person_id] ON [matter_party] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_notice_notices_id] ON [notice_notices] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_notice_notices_matter_id] ON [notice_notices] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_notice_notices_recipient_person_id_opened_at] ON [notice_notices] ([recipient_person_id], [opened_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_notice_notices_recipient_person_id_row_no] ON [notice_notices] ([recipient_person_id], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_department_id] ON [org_department] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_department_region_code_code_valid_from] ON [org_department] ([region_code], [code], [valid_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_enterprise_credit_code] ON [org_enterprise] ([credit_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_enterprise_id] ON [org_enterprise] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_enterprise_region_code] ON [org_enterprise] ([region_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_equipment_code] ON [org_equipment] ([code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_equipment_enterprise_id] ON [org_equipment] ([enterprise_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_equipment_former_code] ON [org_equipment] ([former_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_equipment_id] ON [org_equipment] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_equipment_registration_number] ON [org_equipment] ([registration_number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_person_id] ON [org_person] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_org_person_user_id] ON [org_person] ([user_id]) WHERE [user_id] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_post_enterprise_id] ON [org_post] ([enterprise_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_post_id] ON [org_post] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_post_kind_region_code] ON [org_post] ([kind], [region_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_post_holder_id] ON [org_post_holder] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_post_holder_person_id] ON [org_post_holder] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_org_post_holder_post_id_valid_from] ON [org_post_holder] ([post_id], [valid_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_region_code_valid_from] ON [org_region] ([code], [valid_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_region_id] ON [org_region] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_region_succession_code_successor_code_effective_on] ON [org_region_succession] ([code], [successor_code], [effective_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_policy_pack_version] ON [policy_pack] ([version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_policy_parameter_pack_version_parameter_id] ON [policy_parameter] ([pack_version], [parameter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_policy_rule_pack_version_rule_id] ON [policy_rule] ([pack_version], [rule_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_extension_id] ON [rectification_extension] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_rectification_extension_matter_id_state] ON [rectification_extension] ([matter_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_plan_id] ON [rectification_plan] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_plan_matter_id_serial] ON [rectification_plan] ([matter_id], [serial]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_rectification_progress_matter_id] ON [rectification_progress] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_reinspection_id] ON [rectification_reinspection] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_reinspection_matter_id_serial] ON [rectification_reinspection] ([matter_id], [serial]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_report_id] ON [rectification_report] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_report_matter_id_serial] ON [rectification_report] ([matter_id], [serial]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_sign_off_matter_id] ON [rectification_sign_off] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_server_access_refusal_at] ON [server_access_refusal] ([at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_assignments_id] ON [task_assignments] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_assignments_person_id_state] ON [task_assignments] ([person_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_assignments_post_id_state] ON [task_assignments] ([post_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_assignments_superior_post_id_state] ON [task_assignments] ([superior_post_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_assignments_task_id] ON [task_assignments] ([task_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_comments_id] ON [task_comments] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_comments_task_id] ON [task_comments] ([task_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_tasks_id] ON [task_tasks] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_tasks_instance_id_activity_instance_id] ON [task_tasks] ([instance_id], [activity_instance_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_tasks_instance_id_state] ON [task_tasks] ([instance_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_tasks_matter_id_state] ON [task_tasks] ([matter_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_tasks_sent_by_person_id_state] ON [task_tasks] ([sent_by_person_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_tasks_state_urgency] ON [task_tasks] ([state], [urgency]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_transfers_by_person_id] ON [task_transfers] ([by_person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_transfers_id] ON [task_transfers] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_transfers_task_id] ON [task_transfers] ([task_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_urges_id] ON [task_urges] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_task_urges_task_id_at] ON [task_urges] ([task_id], [at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_wf_bookmark_due_at] ON [wf_bookmark] ([due_at]) WHERE due_at IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_bookmark_id] ON [wf_bookmark] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_bookmark_instance_id] ON [wf_bookmark] ([instance_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_bookmark_name_correlation_id] ON [wf_bookmark] ([name], [correlation_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_definition_definition_id_version] ON [wf_definition] ([definition_id], [version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_definition_is_published_definition_id] ON [wf_definition] ([is_published], [definition_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_definition_version_id] ON [wf_definition] ([version_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_incident_id] ON [wf_incident] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_incident_instance_id] ON [wf_incident] ([instance_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_wf_incident_retry_at] ON [wf_incident] ([retry_at]) WHERE retry_at IS NOT NULL AND resolved_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_instance_correlation_id] ON [wf_instance] ([correlation_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_instance_id] ON [wf_instance] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_wf_instance_open_incidents] ON [wf_instance] ([open_incidents]) WHERE open_incidents > 0');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_instance_status_updated_at] ON [wf_instance] ([status], [updated_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_journal_instance_id_activity_instance_id] ON [wf_journal] ([instance_id], [activity_instance_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_pending_signal_correlation_id] ON [wf_pending_signal] ([correlation_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_wf_pending_signal_id] ON [wf_pending_signal] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    CREATE INDEX [IX_wf_pending_signal_retry_at] ON [wf_pending_signal] ([retry_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122154215_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122154215_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP TABLE [org_enterprise_gram];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_org_equipment_code] ON [org_equipment];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_org_enterprise_credit_code] ON [org_enterprise];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_matter_created_at] ON [matter];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_matter_region_code_state] ON [matter];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_matter_state_updated_at] ON [matter];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_doc_document_matter_id] ON [doc_document];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DROP INDEX [IX_doc_document_number] ON [doc_document];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[hazard]') AND [c].[name] = N'search_text');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [hazard] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [hazard] DROP COLUMN [search_text];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [task_tasks] ADD [close_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [rectification_plan] ADD [interim_control_mode] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [policy_pack] ADD [applied_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [policy_pack] ADD [flagged] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [policy_pack] ADD [moved] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_region_succession] ADD [addresses] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_post] ADD [void_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_post] ADD [voided_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_post] ADD [voided_by] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_post] ADD [voided_by_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [enterprise_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [region_code] nvarchar(12) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [version] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [void_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [voided_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [voided_by] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_person] ADD [voided_by_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_equipment] ADD [model] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_equipment] ADD [void_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_equipment] ADD [voided_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_equipment] ADD [voided_by] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_equipment] ADD [voided_by_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [disposals_opened_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [dissolved_on] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [ending] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [ending_proof] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [void_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [voided_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [voided_by] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [org_enterprise] ADD [voided_by_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_hold] ADD [equipment_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_hold] ADD [template] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_confirmation] ADD [chain_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_confirmation] ADD [decided_by_user_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_confirmation] ADD [place] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter_confirmation] ADD [places] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [close_reason] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [due_order] date NOT NULL DEFAULT '9999-12-31';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [equipment_kind] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [found_at] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [found_on] date NOT NULL DEFAULT '0001-01-01';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [is_fixed_on_spot] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [registered_on] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [search_text] nvarchar(3000) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [matter] ADD [source] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[hazard_instruction]') AND [c].[name] = N'service_mode');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [hazard_instruction] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [hazard_instruction] ALTER COLUMN [service_mode] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[hazard_instruction]') AND [c].[name] = N'served_at');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [hazard_instruction] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [hazard_instruction] ALTER COLUMN [served_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DECLARE @var3 nvarchar(max);
    SELECT @var3 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[hazard_instruction]') AND [c].[name] = N'receiver');
    IF @var3 IS NOT NULL EXEC(N'ALTER TABLE [hazard_instruction] DROP CONSTRAINT ' + @var3 + ';');
    ALTER TABLE [hazard_instruction] ALTER COLUMN [receiver] nvarchar(120) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard_instruction] ADD [proof] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [defect_key] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [earliest_found_at] datetime2(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [equipment_kind] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [equipment_model] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [grade_approver_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [graded_by_name] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [graded_on] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [maintenance_unit] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [merged_into_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [pattern_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [proposed_relapse_of_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [relapse_of_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [relapse_reason] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [hazard] ADD [unit_gone_at] datetime2(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    DECLARE @var4 nvarchar(max);
    SELECT @var4 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[doc_document]') AND [c].[name] = N'number');
    IF @var4 IS NOT NULL EXEC(N'ALTER TABLE [doc_document] DROP CONSTRAINT ' + @var4 + ';');
    ALTER TABLE [doc_document] ALTER COLUMN [number] nvarchar(80) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [corrected_by_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [correction_reason] nvarchar(400) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [corrects_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [department_code] nvarchar(60) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [drafted_by_id] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [region_code] nvarchar(20) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [search_text] nvarchar(400) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [doc_document] ADD [unit_name] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [deadline] ADD [rule_changed] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    ALTER TABLE [deadline] ADD [rules_asked_version] nvarchar(60) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [demo_story] (
        [number] int NOT NULL,
        [planned_at] datetime2(3) NOT NULL,
        [matter_id] uniqueidentifier NULL,
        [acts] int NOT NULL,
        [is_over] bit NOT NULL,
        CONSTRAINT [PK_demo_story] PRIMARY KEY ([number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_closure] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [ground] nvarchar(40) NOT NULL,
        [reason] nvarchar(2000) NOT NULL,
        [happened_on] date NOT NULL,
        [reference_number] nvarchar(60) NULL,
        [authority] nvarchar(100) NULL,
        [new_region_name] nvarchar(60) NULL,
        [new_unit_name] nvarchar(200) NULL,
        [new_place] nvarchar(200) NULL,
        [officer_name] nvarchar(60) NOT NULL,
        [approver_name] nvarchar(60) NOT NULL,
        [closed_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_hazard_closure] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_emergency_measure] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [text] nvarchar(2000) NOT NULL,
        [taken_by] nvarchar(200) NOT NULL,
        [taken_at] datetime2(3) NOT NULL,
        [recorded_by_name] nvarchar(60) NOT NULL,
        [recorded_at] datetime2(3) NOT NULL,
        [supplemented_at] datetime2(3) NULL,
        CONSTRAINT [PK_hazard_emergency_measure] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_message] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [source_system] nvarchar(60) NOT NULL,
        [source_id] nvarchar(120) NOT NULL,
        [sent_at] datetime2(3) NOT NULL,
        [sequence] bigint NOT NULL,
        [received_at] datetime2(3) NOT NULL,
        [effect] nvarchar(40) NOT NULL,
        [facts] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_hazard_message] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_pattern] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [county_code] nvarchar(6) NOT NULL,
        [defect_key] nvarchar(200) NOT NULL,
        [basis] nvarchar(40) NOT NULL,
        [value] nvarchar(200) NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [matter_ids] nvarchar(max) NOT NULL,
        [units] int NOT NULL,
        [devices] int NOT NULL,
        [proposed_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [decided_at] datetime2(3) NULL,
        [decided_by_name] nvarchar(60) NULL,
        [reason] nvarchar(2000) NULL,
        CONSTRAINT [PK_hazard_pattern] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_report] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [serial] int NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [trigger] nvarchar(40) NULL,
        [situation] nvarchar(2000) NOT NULL,
        [measures] nvarchar(2000) NULL,
        [advice] nvarchar(2000) NULL,
        [to_government] bit NULL,
        [government_reason] nvarchar(2000) NULL,
        [grounds] nvarchar(200) NOT NULL,
        [reported_by_id] uniqueidentifier NULL,
        [reported_by_name] nvarchar(60) NOT NULL,
        [reported_at] datetime2(3) NOT NULL,
        [closed_at] datetime2(3) NULL,
        CONSTRAINT [PK_hazard_report] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_report_recipient] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [report_id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [role] nvarchar(40) NOT NULL,
        [department_id] uniqueidentifier NOT NULL,
        [department_name] nvarchar(120) NOT NULL,
        [region_code] nvarchar(20) NOT NULL,
        [post_id] uniqueidentifier NOT NULL,
        [post_name] nvarchar(120) NOT NULL,
        [reason] nvarchar(200) NOT NULL,
        [sent_at] datetime2(3) NOT NULL,
        [received_at] datetime2(3) NULL,
        [received_by_id] uniqueidentifier NULL,
        [received_by_name] nvarchar(60) NULL,
        CONSTRAINT [PK_hazard_report_recipient] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_routing] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [department_id] uniqueidentifier NOT NULL,
        [department_code] nvarchar(40) NOT NULL,
        [department_name] nvarchar(120) NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [reason] nvarchar(2000) NOT NULL,
        [routed_by_name] nvarchar(60) NOT NULL,
        [routed_at] datetime2(3) NOT NULL,
        [received_by_name] nvarchar(60) NULL,
        [received_at] datetime2(3) NULL,
        [receipt_note] nvarchar(2000) NULL,
        CONSTRAINT [PK_hazard_routing] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_seizure] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [matter_id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [objects] nvarchar(max) NOT NULL,
        [reason] nvarchar(2000) NOT NULL,
        [legal_basis] nvarchar(1000) NOT NULL,
        [kept_at] nvarchar(300) NOT NULL,
        [first_inspector_id] uniqueidentifier NULL,
        [first_inspector_name] nvarchar(60) NOT NULL,
        [first_certificate] nvarchar(60) NULL,
        [second_inspector_id] uniqueidentifier NULL,
        [second_inspector_name] nvarchar(60) NOT NULL,
        [second_certificate] nvarchar(60) NULL,
        [approver_name] nvarchar(60) NOT NULL,
        [decided_at] datetime2(3) NOT NULL,
        [until] date NOT NULL,
        [service_mode] nvarchar(40) NULL,
        [receiver] nvarchar(120) NOT NULL,
        [refused] bit NOT NULL,
        [service_note] nvarchar(2000) NULL,
        [proof] nvarchar(max) NULL,
        [extended_at] datetime2(3) NULL,
        [extension_reason] nvarchar(2000) NULL,
        [extension_approver_name] nvarchar(60) NULL,
        [released_at] datetime2(3) NULL,
        [release_ground] nvarchar(40) NULL,
        [release_note] nvarchar(2000) NULL,
        [release_receiver] nvarchar(120) NULL,
        [released_by_names] nvarchar(130) NULL,
        [release_approver_name] nvarchar(60) NULL,
        CONSTRAINT [PK_hazard_seizure] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_view] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [name] nvarchar(40) NOT NULL,
        [owner_user_id] uniqueidentifier NOT NULL,
        [owner_name] nvarchar(60) NOT NULL,
        [audience] nvarchar(40) NOT NULL,
        [department_id] uniqueidentifier NULL,
        [region_code] nvarchar(20) NULL,
        [query] nvarchar(2000) NOT NULL,
        [columns] nvarchar(2000) NULL,
        [created_at] datetime2(3) NOT NULL,
        [updated_at] datetime2(3) NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_hazard_view] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [hazard_view_star] (
        [view_id] uniqueidentifier NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_hazard_view_star] PRIMARY KEY ([view_id], [user_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [matter_gram] (
        [code] int NOT NULL,
        [row_no] bigint NOT NULL,
        CONSTRAINT [PK_matter_gram] PRIMARY KEY ([code], [row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [matter_tally] (
        [key] bigint NOT NULL IDENTITY,
        [region_code] nvarchar(450) NOT NULL,
        [place_type] nvarchar(max) NULL,
        [grade] nvarchar(40) NULL,
        [found_month] date NOT NULL,
        [unjudged] int NOT NULL,
        [registered] int NOT NULL,
        [treated] int NOT NULL,
        [closed_untreated] int NOT NULL,
        [open] int NOT NULL,
        [overdue] int NOT NULL,
        CONSTRAINT [PK_matter_tally] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [org_enterprise_name_gram] (
        [code] int NOT NULL,
        [row_no] bigint NOT NULL,
        CONSTRAINT [PK_org_enterprise_name_gram] PRIMARY KEY ([code], [row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [org_post_deputy] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [post_id] uniqueidentifier NOT NULL,
        [person_id] uniqueidentifier NOT NULL,
        [valid_from] datetime2(3) NOT NULL,
        [valid_to] datetime2(3) NOT NULL,
        [reason] nvarchar(500) NOT NULL,
        [appointed_by] uniqueidentifier NOT NULL,
        [appointed_by_name] nvarchar(60) NOT NULL,
        [ended_by] uniqueidentifier NULL,
        CONSTRAINT [PK_org_post_deputy] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [org_post_succession] (
        [key] bigint NOT NULL IDENTITY,
        [post_id] uniqueidentifier NOT NULL,
        [successor_post_id] uniqueidentifier NOT NULL,
        [region_code] nvarchar(12) NOT NULL,
        CONSTRAINT [PK_org_post_succession] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [org_region_reorganization] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [change] nvarchar(40) NOT NULL,
        [effective_on] date NOT NULL,
        [from_codes] nvarchar(400) NOT NULL,
        [to_codes] nvarchar(400) NOT NULL,
        [basis] nvarchar(500) NOT NULL,
        [enacted_at] datetime2(3) NOT NULL,
        [enacted_by] uniqueidentifier NOT NULL,
        [enacted_by_name] nvarchar(60) NOT NULL,
        [organs_passed_at] datetime2(3) NULL,
        [completed_at] datetime2(3) NULL,
        [moved_units] int NOT NULL,
        [unmapped_units] int NOT NULL,
        [moved_tasks] int NOT NULL,
        CONSTRAINT [PK_org_region_reorganization] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [policy_pack_proposal] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [pack_version] nvarchar(60) NOT NULL,
        [pack_json] nvarchar(max) NOT NULL,
        [reason] nvarchar(1000) NOT NULL,
        [changes] nvarchar(max) NOT NULL,
        [based_on] nvarchar(60) NOT NULL,
        [proposed_by] uniqueidentifier NOT NULL,
        [proposed_by_name] nvarchar(100) NOT NULL,
        [proposed_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [decided_by] uniqueidentifier NULL,
        [decided_by_name] nvarchar(100) NULL,
        [decided_at] datetime2(3) NULL,
        [opinion] nvarchar(1000) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_policy_pack_proposal] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [rectification_look_back] (
        [key] bigint NOT NULL IDENTITY,
        [matter_id] uniqueidentifier NOT NULL,
        [reason] nvarchar(500) NOT NULL,
        [draw] int NOT NULL,
        [signed_off_at] datetime2(3) NOT NULL,
        [opens_on] date NOT NULL,
        [closes_on] date NOT NULL,
        [result] nvarchar(40) NULL,
        [text] nvarchar(2000) NULL,
        [first_inspector_name] nvarchar(60) NULL,
        [second_inspector_name] nvarchar(60) NULL,
        [checked_at] datetime2(3) NULL,
        [new_matter_id] uniqueidentifier NULL,
        CONSTRAINT [PK_rectification_look_back] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [search_mark] (
        [name] nvarchar(40) NOT NULL,
        [done] bigint NOT NULL,
        [last] bigint NOT NULL,
        [finished_at] datetime2(3) NULL,
        CONSTRAINT [PK_search_mark] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [sheet_export] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [name] nvarchar(80) NOT NULL,
        [filter] nvarchar(1000) NOT NULL,
        [rows] int NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [user_name] nvarchar(128) NOT NULL,
        [person_name] nvarchar(80) NOT NULL,
        [at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_sheet_export] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [sheet_file_piece] (
        [row_no] bigint NOT NULL IDENTITY,
        [import_id] uniqueidentifier NOT NULL,
        [piece] int NOT NULL,
        [content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_sheet_file_piece] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [sheet_import] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [file_name] nvarchar(200) NOT NULL,
        [file_sha256] nvarchar(64) NOT NULL,
        [file_size] bigint NOT NULL,
        [sheet_names] nvarchar(max) NOT NULL,
        [sheet] int NOT NULL,
        [heading_row] int NOT NULL,
        [heading_rows] int NOT NULL,
        [headings] nvarchar(max) NOT NULL,
        [signature] nvarchar(64) NOT NULL,
        [mapping] nvarchar(max) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [round] int NOT NULL,
        [total_rows] int NOT NULL,
        [checked_rows] int NOT NULL,
        [checked_through] int NOT NULL,
        [good_rows] int NOT NULL,
        [bad_rows] int NOT NULL,
        [known_rows] int NOT NULL,
        [imported_rows] int NOT NULL,
        [failure] nvarchar(1000) NULL,
        [user_id] uniqueidentifier NOT NULL,
        [user_name] nvarchar(128) NOT NULL,
        [person_name] nvarchar(80) NOT NULL,
        [department_id] uniqueidentifier NULL,
        [uploaded_at] datetime2(3) NOT NULL,
        [started_at] datetime2(3) NULL,
        [ended_at] datetime2(3) NULL,
        [lease_owner] nvarchar(40) NULL,
        [lease_until] datetime2(3) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_sheet_import] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [sheet_import_row] (
        [row_no] bigint NOT NULL IDENTITY,
        [import_id] uniqueidentifier NOT NULL,
        [round] int NOT NULL,
        [number] int NOT NULL,
        [row_key] nvarchar(64) NULL,
        [state] nvarchar(40) NOT NULL,
        [values_json] nvarchar(max) NOT NULL,
        [cells_json] nvarchar(max) NULL,
        [remarks] nvarchar(max) NOT NULL,
        [known_as] nvarchar(200) NULL,
        [subject_id] uniqueidentifier NULL,
        CONSTRAINT [PK_sheet_import_row] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [sheet_mapping] (
        [row_no] bigint NOT NULL IDENTITY,
        [kind] nvarchar(40) NOT NULL,
        [signature] nvarchar(64) NOT NULL,
        [user_id] uniqueidentifier NOT NULL,
        [department_id] uniqueidentifier NULL,
        [columns] nvarchar(max) NOT NULL,
        [updated_at] datetime2(3) NOT NULL,
        CONSTRAINT [PK_sheet_mapping] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [statistics_published_rates] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [title] nvarchar(120) NOT NULL,
        [region_code] nvarchar(20) NOT NULL,
        [region_name] nvarchar(60) NOT NULL,
        [found_from] date NULL,
        [found_to] date NULL,
        [as_of] date NOT NULL,
        [grade] nvarchar(20) NULL,
        [registered] int NOT NULL,
        [treated] int NOT NULL,
        [fixed_on_spot] int NOT NULL,
        [closed_untreated] int NOT NULL,
        [open] int NOT NULL,
        [overdue] int NULL,
        [published_at] datetime2(3) NOT NULL,
        [published_by_id] uniqueidentifier NULL,
        [published_by_name] nvarchar(60) NOT NULL,
        [published_by_post] nvarchar(120) NOT NULL,
        CONSTRAINT [PK_statistics_published_rates] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE TABLE [task_withdrawals] (
        [row_no] bigint NOT NULL IDENTITY,
        [id] uniqueidentifier NOT NULL,
        [task_id] uniqueidentifier NOT NULL,
        [reason] nvarchar(1000) NOT NULL,
        [proposed_by] uniqueidentifier NOT NULL,
        [proposed_by_name] nvarchar(100) NOT NULL,
        [proposed_at] datetime2(3) NOT NULL,
        [state] nvarchar(40) NOT NULL,
        [decided_by_name] nvarchar(100) NULL,
        [decided_at] datetime2(3) NULL,
        [opinion] nvarchar(1000) NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_task_withdrawals] PRIMARY KEY ([row_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_task_tasks_completed_by_person_id_matter_id] ON [task_tasks] ([completed_by_person_id], [matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_person_enterprise_id] ON [org_person] ([enterprise_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_person_name] ON [org_person] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_org_equipment_code] ON [org_equipment] ([code]) WHERE voided_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_org_enterprise_credit_code] ON [org_enterprise] ([credit_code]) WHERE voided_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_enterprise_name] ON [org_enterprise] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_enterprise_status_disposals_opened_at] ON [org_enterprise] ([status], [disposals_opened_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_hold_equipment_id_lifted_at] ON [matter_hold] ([equipment_id], [lifted_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_confirmation_chain_id] ON [matter_confirmation] ([chain_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_created_at_row_no] ON [matter] ([kind], [created_at], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_due_order_row_no] ON [matter] ([kind], [due_order], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_equipment_kind_region_code_state] ON [matter] ([kind], [equipment_kind], [region_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_found_at_row_no] ON [matter] ([kind], [found_at], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_grade_region_code_state] ON [matter] ([kind], [grade], [region_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_is_overdue_region_code_state] ON [matter] ([kind], [is_overdue], [region_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_region_code_state_grade_source_equipment_kind_is_overdue_place_type_updated_at] ON [matter] ([kind], [region_code], [state], [grade], [source], [equipment_kind], [is_overdue], [place_type], [updated_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_source_region_code_state] ON [matter] ([kind], [source], [region_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_state_region_code_is_overdue] ON [matter] ([kind], [state], [region_code], [is_overdue]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_state_updated_at_row_no] ON [matter] ([kind], [state], [updated_at], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_kind_updated_at_row_no] ON [matter] ([kind], [updated_at], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_number_prefix] ON [matter] ([number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_region_code_found_on] ON [matter] ([region_code], [found_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_defect_key_found_at] ON [hazard] ([defect_key], [found_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_equipment_code] ON [hazard] ([equipment_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_found_at] ON [hazard] ([found_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_doc_document_corrects_id] ON [doc_document] ([corrects_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_doc_document_matter_id_row_no] ON [doc_document] ([matter_id], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_doc_document_number] ON [doc_document] ([number]) WHERE number IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_doc_document_template_state_issued_at] ON [doc_document] ([template], [state], [issued_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_closure_matter_id] ON [hazard_closure] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_emergency_measure_id] ON [hazard_emergency_measure] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_emergency_measure_matter_id] ON [hazard_emergency_measure] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_message_source_system_source_id_sent_at_sequence] ON [hazard_message] ([source_system], [source_id], [sent_at], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_pattern_defect_key_county_code] ON [hazard_pattern] ([defect_key], [county_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_pattern_id] ON [hazard_pattern] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_pattern_matter_id] ON [hazard_pattern] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_report_id] ON [hazard_report] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_report_matter_id_serial] ON [hazard_report] ([matter_id], [serial]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_report_recipient_id] ON [hazard_report_recipient] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_report_recipient_matter_id_received_at] ON [hazard_report_recipient] ([matter_id], [received_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_report_recipient_report_id] ON [hazard_report_recipient] ([report_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_routing_matter_id] ON [hazard_routing] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_seizure_id] ON [hazard_seizure] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_seizure_matter_id_released_at] ON [hazard_seizure] ([matter_id], [released_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_view_department_id] ON [hazard_view] ([department_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_hazard_view_id] ON [hazard_view] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_view_owner_user_id] ON [hazard_view] ([owner_user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_hazard_view_region_code] ON [hazard_view] ([region_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_matter_tally_region_code] ON [matter_tally] ([region_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_post_deputy_id] ON [org_post_deputy] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_post_deputy_person_id] ON [org_post_deputy] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_post_deputy_post_id_valid_to] ON [org_post_deputy] ([post_id], [valid_to]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_post_succession_post_id_successor_post_id] ON [org_post_succession] ([post_id], [successor_post_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_org_region_reorganization_completed_at] ON [org_region_reorganization] ([completed_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_org_region_reorganization_id] ON [org_region_reorganization] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_policy_pack_proposal_id] ON [policy_pack_proposal] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_rectification_look_back_matter_id] ON [rectification_look_back] ([matter_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_sheet_export_at] ON [sheet_export] ([at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sheet_export_id] ON [sheet_export] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sheet_file_piece_import_id_piece] ON [sheet_file_piece] ([import_id], [piece]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sheet_import_id] ON [sheet_import] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_sheet_import_state_row_no] ON [sheet_import] ([state], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_sheet_import_user_id_row_no] ON [sheet_import] ([user_id], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sheet_import_row_import_id_round_number] ON [sheet_import_row] ([import_id], [round], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_sheet_import_row_import_id_round_row_key] ON [sheet_import_row] ([import_id], [round], [row_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_sheet_import_row_import_id_round_state_number] ON [sheet_import_row] ([import_id], [round], [state], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sheet_mapping_kind_signature_user_id] ON [sheet_mapping] ([kind], [signature], [user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_statistics_published_rates_id] ON [statistics_published_rates] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_statistics_published_rates_region_code_row_no] ON [statistics_published_rates] ([region_code], [row_no]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE UNIQUE INDEX [IX_task_withdrawals_id] ON [task_withdrawals] ([id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    CREATE INDEX [IX_task_withdrawals_task_id_state] ON [task_withdrawals] ([task_id], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128171654_HazardsInFull'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261128171654_HazardsInFull', N'10.0.14');
END;

COMMIT;
GO

