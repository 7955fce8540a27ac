PRAGMA foreign_keys=OFF;
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" ("MigrationId","ProductVersion") VALUES ('20261122154209_Initial','10.0.14');
INSERT INTO "__EFMigrationsHistory" ("MigrationId","ProductVersion") VALUES ('20261128171641_HazardsInFull','10.0.14');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "att_attachment" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_att_attachment" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "taken_at" INTEGER NULL,
    "uploaded_by_id" BLOB NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" INTEGER NOT NULL
);
CREATE TABLE "att_binding" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_att_binding" PRIMARY KEY,
    "attachment_id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "bound_at" INTEGER NOT NULL
);
CREATE TABLE "calendar_correction" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_calendar_correction" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "year" INTEGER NOT NULL,
    "notice" TEXT NULL,
    "holidays" TEXT NOT NULL,
    "off" TEXT NOT NULL,
    "make_up_work" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "proposed_by" BLOB NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" BLOB NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" INTEGER NULL,
    "opinion" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "calendar_edition" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_calendar_edition" PRIMARY KEY,
    "version" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "covers_from" TEXT NOT NULL,
    "covers_to" TEXT NOT NULL,
    "notice" TEXT NULL,
    "holidays" TEXT NOT NULL,
    "off" TEXT NOT NULL,
    "make_up_work" TEXT NOT NULL,
    "loaded_at" INTEGER NOT NULL,
    "loaded_by" BLOB NOT NULL,
    "loaded_by_name" TEXT NOT NULL,
    "correction_id" BLOB NULL,
    "checked" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "recomputed_at" INTEGER NULL,
    "cancelled_at" INTEGER NULL,
    "cancelled_by" TEXT NULL
);
CREATE TABLE "clock_business" (
    "name" TEXT NOT NULL CONSTRAINT "PK_clock_business" PRIMARY KEY,
    "ahead_milliseconds" INTEGER NOT NULL,
    "reached_at" INTEGER NOT NULL
);
CREATE TABLE "clock_duty" (
    "name" TEXT NOT NULL CONSTRAINT "PK_clock_duty" PRIMARY KEY,
    "done_until" INTEGER NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL
);
CREATE TABLE "deadline" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_deadline" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "owner_post_id" BLOB NULL,
    "rule_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "start_event" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "article" TEXT NULL,
    "started_at" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "roll_forward" INTEGER NOT NULL,
    "named_date" TEXT NULL,
    "due_on" TEXT NULL,
    "due_at" INTEGER NOT NULL,
    "overdue_at" INTEGER NOT NULL,
    "provisional" INTEGER NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "checked_version" TEXT NOT NULL,
    "policy_pack_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "met_at" INTEGER NULL,
    "met_late" INTEGER NOT NULL,
    "cancel_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    "stops" TEXT NOT NULL,
    "changes" TEXT NOT NULL
, "rule_changed" INTEGER NOT NULL DEFAULT 0, "rules_asked_version" TEXT NOT NULL DEFAULT '');
CREATE TABLE "demo_story" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_demo_story" PRIMARY KEY,
    "planned_at" INTEGER NOT NULL,
    "matter_id" BLOB NULL,
    "acts" INTEGER NOT NULL,
    "is_over" INTEGER NOT NULL
);
CREATE TABLE "doc_document" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_doc_document" PRIMARY KEY,
    "corrected_by_id" BLOB NULL,
    "correction_reason" TEXT NULL,
    "corrects_id" BLOB NULL,
    "department_code" TEXT NOT NULL DEFAULT '',
    "drafted_by_id" BLOB NULL,
    "due_date" TEXT NULL,
    "fields" TEXT NOT NULL,
    "id" BLOB NOT NULL,
    "issued_at" INTEGER NOT NULL,
    "matter_id" BLOB NOT NULL,
    "number" TEXT NULL,
    "organ_name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL DEFAULT '',
    "served_at" INTEGER NULL,
    "service" TEXT NULL,
    "state" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_name" TEXT NULL,
    "version" INTEGER NOT NULL,
    "void_reason" TEXT NULL,
    "voided_at" INTEGER NULL,
    "voided_by" TEXT NULL
);
CREATE TABLE "doc_serial" (
    "organ" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "PK_doc_serial" PRIMARY KEY ("organ", "kind", "year")
);
CREATE TABLE "escalation_case" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_escalation_case" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "level" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "missed_date" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "close_reason" TEXT NULL
);
CREATE TABLE "hazard" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard" PRIMARY KEY,
    "basis_codes" TEXT NULL,
    "basis_text" TEXT NULL,
    "clause" TEXT NULL,
    "defect_key" TEXT NULL,
    "dismiss_reason" TEXT NULL,
    "earliest_found_at" INTEGER NOT NULL,
    "enterprise_name" TEXT NULL,
    "equipment_code" TEXT NULL,
    "equipment_id" BLOB NULL,
    "equipment_kind" TEXT NULL,
    "equipment_kind_name" TEXT NULL,
    "equipment_model" TEXT NULL,
    "equipment_text" TEXT NULL,
    "finder_name" TEXT NULL,
    "fixed_at" INTEGER NULL,
    "found_at" INTEGER NOT NULL,
    "grade_approver_name" TEXT NULL,
    "graded_at" INTEGER NULL,
    "graded_by_name" TEXT NULL,
    "graded_on" TEXT NULL,
    "immediate_danger" INTEGER NOT NULL,
    "late_reason" TEXT NULL,
    "maintenance_unit" TEXT NULL,
    "matter_id" BLOB NOT NULL,
    "merged_into_id" BLOB NULL,
    "no_unit" INTEGER NOT NULL,
    "pattern_id" BLOB NULL,
    "place" TEXT NOT NULL,
    "proposed_relapse_of_id" BLOB NULL,
    "received_at" INTEGER NOT NULL,
    "region_name" TEXT NULL,
    "registered_at" INTEGER NULL,
    "registration_note" TEXT NULL,
    "relapse_of_id" BLOB NULL,
    "relapse_reason" TEXT NULL,
    "reported_by_name" TEXT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_system" TEXT NOT NULL,
    "spot_text" TEXT NULL,
    "text" TEXT NOT NULL,
    "unit_gone_at" INTEGER NULL,
    CONSTRAINT "FK_hazard_matter_matter_id" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT
);
CREATE TABLE "hazard_closure" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_hazard_closure" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "happened_on" TEXT NOT NULL,
    "reference_number" TEXT NULL,
    "authority" TEXT NULL,
    "new_region_name" TEXT NULL,
    "new_unit_name" TEXT NULL,
    "new_place" TEXT NULL,
    "officer_name" TEXT NOT NULL,
    "approver_name" TEXT NOT NULL,
    "closed_at" INTEGER NOT NULL
);
CREATE TABLE "hazard_emergency_measure" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_emergency_measure" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "taken_by" TEXT NOT NULL,
    "taken_at" INTEGER NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "supplemented_at" INTEGER NULL
);
CREATE TABLE "hazard_instruction" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_instruction" PRIMARY KEY,
    "deadline" TEXT NOT NULL,
    "first_certificate" TEXT NULL,
    "first_inspector_id" BLOB NULL,
    "first_inspector_name" TEXT NOT NULL,
    "id" BLOB NOT NULL,
    "issued_at" INTEGER NOT NULL,
    "items" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "matter_id" BLOB NOT NULL,
    "proof" TEXT NULL,
    "receiver" TEXT NULL,
    "refused" INTEGER NOT NULL,
    "second_certificate" TEXT NULL,
    "second_inspector_id" BLOB NULL,
    "second_inspector_name" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "served_at" INTEGER NULL,
    "service_mode" TEXT NULL,
    "service_note" TEXT NULL,
    "stop_use" INTEGER NOT NULL
);
CREATE TABLE "hazard_message" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_hazard_message" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "source_system" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "effect" TEXT NOT NULL,
    "facts" TEXT NOT NULL
);
CREATE TABLE "hazard_pattern" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_pattern" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "county_code" TEXT NOT NULL,
    "defect_key" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "matter_id" BLOB NOT NULL,
    "matter_ids" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "devices" INTEGER NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "decided_at" INTEGER NULL,
    "decided_by_name" TEXT NULL,
    "reason" TEXT NULL
);
CREATE TABLE "hazard_report" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_report" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "serial" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "trigger" TEXT NULL,
    "situation" TEXT NOT NULL,
    "measures" TEXT NULL,
    "advice" TEXT NULL,
    "to_government" INTEGER NULL,
    "government_reason" TEXT NULL,
    "grounds" TEXT NOT NULL,
    "reported_by_id" BLOB NULL,
    "reported_by_name" TEXT NOT NULL,
    "reported_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL
);
CREATE TABLE "hazard_report_recipient" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_report_recipient" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "report_id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "role" TEXT NOT NULL,
    "department_id" BLOB NOT NULL,
    "department_name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "post_id" BLOB NOT NULL,
    "post_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "received_at" INTEGER NULL,
    "received_by_id" BLOB NULL,
    "received_by_name" TEXT NULL
);
CREATE TABLE "hazard_routing" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_hazard_routing" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "department_id" BLOB NOT NULL,
    "department_code" TEXT NOT NULL,
    "department_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "routed_by_name" TEXT NOT NULL,
    "routed_at" INTEGER NOT NULL,
    "received_by_name" TEXT NULL,
    "received_at" INTEGER NULL,
    "receipt_note" TEXT NULL
);
CREATE TABLE "hazard_seizure" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_seizure" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "objects" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "kept_at" TEXT NOT NULL,
    "first_inspector_id" BLOB NULL,
    "first_inspector_name" TEXT NOT NULL,
    "first_certificate" TEXT NULL,
    "second_inspector_id" BLOB NULL,
    "second_inspector_name" TEXT NOT NULL,
    "second_certificate" TEXT NULL,
    "approver_name" TEXT NOT NULL,
    "decided_at" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "service_mode" TEXT NULL,
    "receiver" TEXT NOT NULL,
    "refused" INTEGER NOT NULL,
    "service_note" TEXT NULL,
    "proof" TEXT NULL,
    "extended_at" INTEGER NULL,
    "extension_reason" TEXT NULL,
    "extension_approver_name" TEXT NULL,
    "released_at" INTEGER NULL,
    "release_ground" TEXT NULL,
    "release_note" TEXT NULL,
    "release_receiver" TEXT NULL,
    "released_by_names" TEXT NULL,
    "release_approver_name" TEXT NULL
);
CREATE TABLE "hazard_view" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_hazard_view" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "owner_user_id" BLOB NOT NULL,
    "owner_name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "department_id" BLOB NULL,
    "region_code" TEXT NULL,
    "query" TEXT NOT NULL,
    "columns" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "hazard_view_star" (
    "view_id" BLOB NOT NULL,
    "user_id" BLOB NOT NULL,
    CONSTRAINT "PK_hazard_view_star" PRIMARY KEY ("view_id", "user_id")
);
CREATE TABLE "identity_role" (
    "id" BLOB NOT NULL CONSTRAINT "PK_identity_role" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);
CREATE TABLE "identity_role_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_identity_role_claim" PRIMARY KEY,
    "role_id" BLOB NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "FK_identity_role_claim_identity_role_role_id" FOREIGN KEY ("role_id") REFERENCES "identity_role" ("id") ON DELETE CASCADE
);
CREATE TABLE "identity_user" (
    "id" BLOB NOT NULL CONSTRAINT "PK_identity_user" PRIMARY KEY,
    "person_id" BLOB NULL,
    "is_disabled" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);
CREATE TABLE "identity_user_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_identity_user_claim" PRIMARY KEY,
    "user_id" BLOB NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "FK_identity_user_claim_identity_user_user_id" FOREIGN KEY ("user_id") REFERENCES "identity_user" ("id") ON DELETE CASCADE
);
CREATE TABLE "identity_user_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" BLOB NOT NULL,
    CONSTRAINT "PK_identity_user_login" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "FK_identity_user_login_identity_user_user_id" FOREIGN KEY ("user_id") REFERENCES "identity_user" ("id") ON DELETE CASCADE
);
CREATE TABLE "identity_user_role" (
    "user_id" BLOB NOT NULL,
    "role_id" BLOB NOT NULL,
    CONSTRAINT "PK_identity_user_role" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "FK_identity_user_role_identity_role_role_id" FOREIGN KEY ("role_id") REFERENCES "identity_role" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_identity_user_role_identity_user_user_id" FOREIGN KEY ("user_id") REFERENCES "identity_user" ("id") ON DELETE CASCADE
);
CREATE TABLE "identity_user_token" (
    "user_id" BLOB NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_identity_user_token" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "FK_identity_user_token_identity_user_user_id" FOREIGN KEY ("user_id") REFERENCES "identity_user" ("id") ON DELETE CASCADE
);
CREATE TABLE "ledger_entry" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_ledger_entry" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "sequence" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "user_id" BLOB NOT NULL,
    "person_id" BLOB NULL,
    "person_name" TEXT NOT NULL,
    "post_id" BLOB NULL,
    "post_name" TEXT NULL,
    "on_behalf_of" TEXT NULL,
    "event_time" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "state_after" TEXT NULL,
    "document_id" BLOB NULL,
    "detail" BLOB NULL,
    "previous_hash" BLOB NULL,
    "hash" BLOB NOT NULL
);
INSERT INTO "ledger_entry" ("row_no","matter_id","sequence","act","kind","summary","user_id","person_id","person_name","post_id","post_name","on_behalf_of","event_time","received_at","state_after","document_id","detail","previous_hash","hash") VALUES (1,X'01A22334B03670CFA82BCB2F954615B2',1,'begin','decision','开始',X'00000000000000000000000000000000',NULL,'系统',NULL,NULL,NULL,1795886987629,1795886987629,NULL,NULL,NULL,NULL,X'0AB70440D6E85B0BE5F095E714AEF0C9F26381806BAB652F968F79B2EBB9DD55');
CREATE TABLE "ledger_head" (
    "matter_id" BLOB NOT NULL CONSTRAINT "PK_ledger_head" PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);
INSERT INTO "ledger_head" ("matter_id","sequence","hash") VALUES (X'01A22334B03670CFA82BCB2F954615B2',1,X'0AB70440D6E85B0BE5F095E714AEF0C9F26381806BAB652F968F79B2EBB9DD55');
CREATE TABLE "matter" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_matter" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "grade" TEXT NULL,
    "version" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "enterprise_id" BLOB NULL,
    "department_id" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "is_overdue" INTEGER NOT NULL,
    "rectify_by" TEXT NULL,
    "place_type" TEXT NULL, "close_reason" TEXT NULL, "due_order" TEXT NOT NULL DEFAULT '9999-12-31', "equipment_kind" TEXT NULL, "found_at" INTEGER NOT NULL DEFAULT 0, "found_on" TEXT NOT NULL DEFAULT '0001-01-01', "is_fixed_on_spot" INTEGER NOT NULL DEFAULT 0, "registered_on" TEXT NULL, "search_text" TEXT NOT NULL DEFAULT '', "source" TEXT NULL,
    CONSTRAINT "AK_matter_id" UNIQUE ("id")
);
CREATE TABLE "matter_confirmation" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_matter_confirmation" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "command" TEXT NOT NULL,
    "form_json" TEXT NOT NULL,
    "proposer_user_id" BLOB NOT NULL,
    "proposer_person_id" BLOB NULL,
    "proposer_name" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "state_before" TEXT NOT NULL,
    "confirmer_person_id" BLOB NULL,
    "confirmer_post_kind" TEXT NOT NULL,
    "confirmer_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_at" INTEGER NULL,
    "decided_by_person_id" BLOB NULL,
    "decided_by_name" TEXT NULL,
    "reason" TEXT NULL
, "chain_id" BLOB NULL, "decided_by_user_id" BLOB NULL, "place" INTEGER NOT NULL DEFAULT 0, "places" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "matter_gram" (
    "code" INTEGER NOT NULL,
    "row_no" INTEGER NOT NULL,
    CONSTRAINT "PK_matter_gram" PRIMARY KEY ("code", "row_no")
);
CREATE TABLE "matter_hold" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_matter_hold" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "document_id" BLOB NULL,
    "document_number" TEXT NULL,
    "placed_at" INTEGER NOT NULL,
    "lifted_at" INTEGER NULL
, "equipment_id" BLOB NULL, "template" TEXT NULL);
CREATE TABLE "matter_link" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_matter_link" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "other_matter_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL
);
CREATE TABLE "matter_party" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_matter_party" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" BLOB NULL,
    "person_name" TEXT NULL,
    "post_id" BLOB NULL,
    "post_name" TEXT NULL,
    "department_id" BLOB NULL,
    "department_name" TEXT NULL,
    "enterprise_id" BLOB NULL,
    "enterprise_name" TEXT NULL,
    "since" INTEGER NOT NULL
);
CREATE TABLE "matter_tally" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_matter_tally" PRIMARY KEY,
    "region_code" TEXT NOT NULL,
    "place_type" TEXT NULL,
    "grade" TEXT NULL,
    "found_month" TEXT NOT NULL,
    "unjudged" INTEGER NOT NULL,
    "registered" INTEGER NOT NULL,
    "treated" INTEGER NOT NULL,
    "closed_untreated" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL
);
CREATE TABLE "notice_notices" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_notice_notices" PRIMARY KEY AUTOINCREMENT,
    "tail" INTEGER NOT NULL,
    "id" BLOB NOT NULL,
    "recipient_person_id" BLOB NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "post_id" BLOB NULL,
    "post_name" TEXT NULL,
    "for_vacant_post" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "matter_id" BLOB NULL,
    "task_id" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "delivered_at" INTEGER NULL,
    "opened_at" INTEGER NULL
);
CREATE TABLE "org_department" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_department" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "number_mark" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "place_types" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "successor_id" BLOB NULL
);
CREATE TABLE "org_enterprise" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_enterprise" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "credit_code_confirmed" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "place_type" TEXT NOT NULL,
    "phone" TEXT NULL,
    "status" TEXT NOT NULL,
    "registered_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
, "disposals_opened_at" INTEGER NULL, "dissolved_on" TEXT NULL, "ending" TEXT NULL, "ending_proof" TEXT NULL, "void_reason" TEXT NULL, "voided_at" INTEGER NULL, "voided_by" BLOB NULL, "voided_by_name" TEXT NULL);
CREATE TABLE "org_enterprise_name_gram" (
    "code" INTEGER NOT NULL,
    "row_no" INTEGER NOT NULL,
    CONSTRAINT "PK_org_enterprise_name_gram" PRIMARY KEY ("code", "row_no")
);
CREATE TABLE "org_equipment" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_equipment" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "former_code" TEXT NULL,
    "catalogue_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "registration_number" TEXT NULL,
    "enterprise_id" BLOB NOT NULL,
    "region_code" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "manufacturer" TEXT NULL,
    "used_since" TEXT NULL,
    "next_inspection_on" TEXT NULL,
    "maintenance_unit" TEXT NULL,
    "version" INTEGER NOT NULL
, "model" TEXT NULL, "void_reason" TEXT NULL, "voided_at" INTEGER NULL, "voided_by" BLOB NULL, "voided_by_name" TEXT NULL);
CREATE TABLE "org_person" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_person" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "certificate_number" TEXT NULL,
    "phone" TEXT NULL,
    "user_id" BLOB NULL
, "enterprise_id" BLOB NULL, "region_code" TEXT NULL, "version" INTEGER NOT NULL DEFAULT 0, "void_reason" TEXT NULL, "voided_at" INTEGER NULL, "voided_by" BLOB NULL, "voided_by_name" TEXT NULL);
CREATE TABLE "org_post" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_post" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "department_id" BLOB NULL,
    "enterprise_id" BLOB NULL,
    "superior_post_id" BLOB NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "version" INTEGER NOT NULL
, "void_reason" TEXT NULL, "voided_at" INTEGER NULL, "voided_by" BLOB NULL, "voided_by_name" TEXT NULL);
CREATE TABLE "org_post_deputy" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_post_deputy" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "post_id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "valid_from" INTEGER NOT NULL,
    "valid_to" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "appointed_by" BLOB NOT NULL,
    "appointed_by_name" TEXT NOT NULL,
    "ended_by" BLOB NULL
);
CREATE TABLE "org_post_holder" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_post_holder" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "post_id" BLOB NOT NULL,
    "person_id" BLOB NOT NULL,
    "valid_from" INTEGER NOT NULL,
    "valid_to" INTEGER NULL,
    "appointed_by" BLOB NOT NULL,
    "relieved_by" BLOB NULL
);
CREATE TABLE "org_post_succession" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_org_post_succession" PRIMARY KEY,
    "post_id" BLOB NOT NULL,
    "successor_post_id" BLOB NOT NULL,
    "region_code" TEXT NOT NULL
);
CREATE TABLE "org_region" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_region" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "parent_code" TEXT NULL,
    "level" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL
);
CREATE TABLE "org_region_reorganization" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_org_region_reorganization" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "change" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "from_codes" TEXT NOT NULL,
    "to_codes" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "enacted_at" INTEGER NOT NULL,
    "enacted_by" BLOB NOT NULL,
    "enacted_by_name" TEXT NOT NULL,
    "organs_passed_at" INTEGER NULL,
    "completed_at" INTEGER NULL,
    "moved_units" INTEGER NOT NULL,
    "unmapped_units" INTEGER NOT NULL,
    "moved_tasks" INTEGER NOT NULL
);
CREATE TABLE "org_region_stamp" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_org_region_stamp" PRIMARY KEY,
    "value" BLOB NOT NULL
);
CREATE TABLE "org_region_succession" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_org_region_succession" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "successor_code" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL
, "addresses" TEXT NULL);
CREATE TABLE "policy_pack" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_policy_pack" PRIMARY KEY,
    "version" TEXT NOT NULL,
    "loaded_at" INTEGER NOT NULL,
    "loaded_by_name" TEXT NOT NULL
, "applied_at" INTEGER NULL, "flagged" INTEGER NOT NULL DEFAULT 0, "moved" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "policy_pack_proposal" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_policy_pack_proposal" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "pack_version" TEXT NOT NULL,
    "pack_json" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "based_on" TEXT NOT NULL,
    "proposed_by" BLOB NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" BLOB NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" INTEGER NULL,
    "opinion" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "policy_parameter" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_policy_parameter" PRIMARY KEY,
    "pack_version" TEXT NOT NULL,
    "parameter_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "article" TEXT NULL,
    "mark" TEXT NOT NULL,
    "region" TEXT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL
);
CREATE TABLE "policy_rule" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_policy_rule" PRIMARY KEY,
    "pack_version" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "roll_forward" INTEGER NOT NULL,
    "start_event" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "article" TEXT NULL,
    "mark" TEXT NOT NULL,
    "region" TEXT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL
);
CREATE TABLE "rectification_extension" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_rectification_extension" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "old_date" TEXT NOT NULL,
    "requested_date" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "interim_control" TEXT NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "granted_date" TEXT NULL,
    "decision_reason" TEXT NULL,
    "decided_by_id" BLOB NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" INTEGER NULL
);
CREATE TABLE "rectification_look_back" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_rectification_look_back" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "reason" TEXT NOT NULL,
    "draw" INTEGER NOT NULL,
    "signed_off_at" INTEGER NOT NULL,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,
    "result" TEXT NULL,
    "text" TEXT NULL,
    "first_inspector_name" TEXT NULL,
    "second_inspector_name" TEXT NULL,
    "checked_at" INTEGER NULL,
    "new_matter_id" BLOB NULL
);
CREATE TABLE "rectification_plan" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_rectification_plan" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "serial" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "responsible_unit" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "doer" TEXT NOT NULL,
    "supervisor" TEXT NOT NULL,
    "funding_amount" TEXT NOT NULL,
    "funding_source" TEXT NULL,
    "funding_arrival" TEXT NULL,
    "zero_funding_reason" TEXT NULL,
    "contingency_plan" TEXT NULL,
    "interim_control" TEXT NULL,
    "submitted_by_id" BLOB NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "opinion" TEXT NULL,
    "reviewed_by_name" TEXT NULL,
    "reviewed_at" INTEGER NULL
, "interim_control_mode" TEXT NULL);
CREATE TABLE "rectification_progress" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_rectification_progress" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "reported_at" INTEGER NOT NULL
);
CREATE TABLE "rectification_reinspection" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_rectification_reinspection" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "serial" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "new_deadline" TEXT NULL,
    "first_inspector_id" BLOB NULL,
    "first_inspector_name" TEXT NOT NULL,
    "first_certificate" TEXT NULL,
    "second_inspector_id" BLOB NULL,
    "second_inspector_name" TEXT NOT NULL,
    "second_certificate" TEXT NULL,
    "reinspected_at" INTEGER NOT NULL
);
CREATE TABLE "rectification_report" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_rectification_report" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "serial" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "funds_spent" TEXT NOT NULL,
    "submitted_by_id" BLOB NULL,
    "submitted_by_name" TEXT NOT NULL,
    "submitted_at" INTEGER NOT NULL,
    "late" INTEGER NOT NULL
);
CREATE TABLE "rectification_sign_off" (
    "key" INTEGER NOT NULL CONSTRAINT "PK_rectification_sign_off" PRIMARY KEY,
    "matter_id" BLOB NOT NULL,
    "opinion" TEXT NOT NULL,
    "approver_id" BLOB NULL,
    "approver_name" TEXT NOT NULL,
    "signed_off_at" INTEGER NOT NULL
);
CREATE TABLE "search_mark" (
    "name" TEXT NOT NULL CONSTRAINT "PK_search_mark" PRIMARY KEY,
    "done" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "finished_at" INTEGER NULL
);
CREATE TABLE "server_access_refusal" (
    "id" BLOB NOT NULL CONSTRAINT "PK_server_access_refusal" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "user_name" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "remote_address" TEXT NULL
);
CREATE TABLE "server_data_protection_key" (
    "id" BLOB NOT NULL CONSTRAINT "PK_server_data_protection_key" PRIMARY KEY,
    "friendly_name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);
CREATE TABLE "sheet_export" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_sheet_export" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "user_id" BLOB NOT NULL,
    "user_name" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "sheet_file_piece" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_sheet_file_piece" PRIMARY KEY,
    "import_id" BLOB NOT NULL,
    "piece" INTEGER NOT NULL,
    "content" BLOB NOT NULL
);
CREATE TABLE "sheet_import" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_sheet_import" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "sheet_names" TEXT NOT NULL,
    "sheet" INTEGER NOT NULL,
    "heading_row" INTEGER NOT NULL,
    "heading_rows" INTEGER NOT NULL,
    "headings" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "total_rows" INTEGER NOT NULL,
    "checked_rows" INTEGER NOT NULL,
    "checked_through" INTEGER NOT NULL,
    "good_rows" INTEGER NOT NULL,
    "bad_rows" INTEGER NOT NULL,
    "known_rows" INTEGER NOT NULL,
    "imported_rows" INTEGER NOT NULL,
    "failure" TEXT NULL,
    "user_id" BLOB NOT NULL,
    "user_name" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "department_id" BLOB NULL,
    "uploaded_at" INTEGER NOT NULL,
    "started_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "sheet_import_row" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_sheet_import_row" PRIMARY KEY,
    "import_id" BLOB NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "row_key" TEXT NULL,
    "state" TEXT NOT NULL,
    "values_json" TEXT NOT NULL,
    "cells_json" TEXT NULL,
    "remarks" TEXT NOT NULL,
    "known_as" TEXT NULL,
    "subject_id" BLOB NULL
);
CREATE TABLE "sheet_mapping" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_sheet_mapping" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "user_id" BLOB NOT NULL,
    "department_id" BLOB NULL,
    "columns" TEXT NOT NULL,
    "updated_at" INTEGER NOT NULL
);
CREATE TABLE "statistics_published_rates" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_statistics_published_rates" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "title" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "region_name" TEXT NOT NULL,
    "found_from" TEXT NULL,
    "found_to" TEXT NULL,
    "as_of" TEXT NOT NULL,
    "grade" TEXT NULL,
    "registered" INTEGER NOT NULL,
    "treated" INTEGER NOT NULL,
    "fixed_on_spot" INTEGER NOT NULL,
    "closed_untreated" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "overdue" INTEGER NULL,
    "published_at" INTEGER NOT NULL,
    "published_by_id" BLOB NULL,
    "published_by_name" TEXT NOT NULL,
    "published_by_post" TEXT NOT NULL
);
CREATE TABLE "task_assignments" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_assignments" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "task_id" BLOB NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "post_id" BLOB NULL,
    "post_name" TEXT NULL,
    "post_kind" TEXT NULL,
    "person_id" BLOB NULL,
    "person_name" TEXT NULL,
    "region_code" TEXT NULL,
    "department_id" BLOB NULL,
    "enterprise_id" BLOB NULL,
    "superior_post_id" BLOB NULL,
    "holders_at_start" TEXT NOT NULL,
    "holders_at_end" TEXT NULL,
    "state" TEXT NOT NULL,
    "assigned_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);
CREATE TABLE "task_comments" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_comments" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "task_id" BLOB NOT NULL,
    "person_id" BLOB NULL,
    "person_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "task_tasks" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_tasks" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "matter_id" BLOB NOT NULL,
    "region_code" TEXT NOT NULL,
    "instance_id" BLOB NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "form" TEXT NULL,
    "message" TEXT NULL,
    "mode" TEXT NOT NULL,
    "outcomes_json" TEXT NOT NULL,
    "about_json" TEXT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "closed_by" TEXT NULL,
    "completed_by_person_id" BLOB NULL,
    "completed_by_name" TEXT NULL,
    "deadline_id" BLOB NULL,
    "owns_deadline" INTEGER NOT NULL,
    "due_date" TEXT NULL,
    "due_instant" INTEGER NULL,
    "overdue_at" INTEGER NULL,
    "urgency" INTEGER NOT NULL,
    "paused" INTEGER NOT NULL,
    "on_overdue" TEXT NOT NULL,
    "escalate" INTEGER NOT NULL,
    "claimed_by_person_id" BLOB NULL,
    "claimed_by_name" TEXT NULL,
    "claimed_at" INTEGER NULL,
    "opened_at" INTEGER NULL,
    "sent_by_person_id" BLOB NULL,
    "sent_by_name" TEXT NULL,
    "urge_count" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "version" INTEGER NOT NULL
, "close_reason" TEXT NULL);
CREATE TABLE "task_transfers" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_transfers" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "task_id" BLOB NOT NULL,
    "from_assignment_id" BLOB NOT NULL,
    "to_assignment_id" BLOB NOT NULL,
    "by_person_id" BLOB NULL,
    "by_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "task_urges" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_urges" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "task_id" BLOB NOT NULL,
    "by_person_id" BLOB NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);
CREATE TABLE "task_withdrawals" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_task_withdrawals" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "task_id" BLOB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" BLOB NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by_name" TEXT NULL,
    "decided_at" INTEGER NULL,
    "opinion" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "wf_bookmark" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_bookmark" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "instance_id" BLOB NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_id" TEXT NULL,
    "due_at" INTEGER NULL,
    "payload" TEXT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    "attempts" INTEGER NOT NULL
);
INSERT INTO "wf_bookmark" ("row_no","id","instance_id","activity_instance_id","kind","name","correlation_id","due_at","payload","lease_owner","lease_until","attempts") VALUES (1,X'01A22334B96D7F02923655B93F19A610',X'01A22334B96D7FEE92B719CB97A12DE8','3','Event','BaselineGoOn','01a22334-b036-70cf-a82b-cb2f954615b2',NULL,NULL,NULL,NULL,0);
CREATE TABLE "wf_definition" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_definition" PRIMARY KEY,
    "version_id" BLOB NOT NULL,
    "definition_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NULL,
    "json" TEXT NOT NULL,
    "is_latest" INTEGER NOT NULL,
    "is_published" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "published_at" INTEGER NULL
);
INSERT INTO "wf_definition" ("row_no","version_id","definition_id","version","name","description","json","is_latest","is_published","created_at","updated_at","published_at") VALUES (1,X'01A22334B1C674B198386114CA476E33','baseline',1,'baseline',NULL,'{"id":"baseline-v1","definitionId":"baseline","name":"baseline","version":1,"variables":[],"inputs":[],"outputs":[],"outcomes":[],"customProperties":{},"isLatest":true,"isPublished":true,
 "options":{},"root":{"id":"Flowchart1","nodeId":"Workflow1:Flowchart1","name":"Flowchart1","type":"Elsa.Flowchart","version":1,"customProperties":{},"metadata":{},"variables":[],
 "activities":[{"id":"begin","nodeId":"Workflow1:Flowchart1:begin","name":"begin","type":"Elsa.Event","version":1,"customProperties":{"canStartWorkflow":true,"runAsynchronously":false},"metadata":{},"eventName":{"typeName":"String","expression":{"type":"Literal","value":"BaselineBegin"}}},{"id":"wait","nodeId":"Workflow1:Flowchart1:wait","name":"wait","type":"Elsa.Event","version":1,"customProperties":{"canStartWorkflow":false,"runAsynchronously":false},"metadata":{},"eventName":{"typeName":"String","expression":{"type":"Literal","value":"BaselineGoOn"}}},{"id":"end","nodeId":"Workflow1:Flowchart1:end","name":"end","type":"Elsa.Finish","version":1,"customProperties":{"canStartWorkflow":false,"runAsynchronously":false},"metadata":{}}],"connections":[{"source":{"activity":"begin","port":"Done"},"target":{"activity":"wait","port":"In"},"vertices":[]},{"source":{"activity":"wait","port":"Done"},"target":{"activity":"end","port":"In"},"vertices":[]}]}}',1,1,1795886985366,1795886985366,1795886985366);
CREATE TABLE "wf_incident" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_incident" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "instance_id" BLOB NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "activity_type" TEXT NOT NULL,
    "activity_name" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "detail" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "occurred_at" INTEGER NOT NULL,
    "retry_at" INTEGER NULL,
    "resolved_at" INTEGER NULL
);
CREATE TABLE "wf_instance" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_instance" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "definition_version_id" BLOB NOT NULL,
    "definition_id" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "correlation_id" TEXT NULL,
    "name" TEXT NULL,
    "open_incidents" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL,
    "state" BLOB NOT NULL
);
INSERT INTO "wf_instance" ("row_no","id","definition_version_id","definition_id","definition_version","version","status","correlation_id","name","open_incidents","created_at","updated_at","finished_at","state") VALUES (1,X'01A22334B96D7FEE92B719CB97A12DE8',X'01A22334B1C674B198386114CA476E33','baseline',1,1,'Suspended','01a22334-b036-70cf-a82b-cb2f954615b2',NULL,0,1795886987629,1795886987629,NULL,X'7B2276223A312C226964223A2230316132323333342D623936642D376665652D393262372D313963623937613132646538222C2273223A312C2271223A342C2274223A313739353838363938373632392C2263223A2230316132323333342D623033362D373063662D613832622D636232663935343631356232222C2278223A5B7B2269223A312C2261223A22466C6F77636861727431222C2274223A313739353838363938373632392C226673223A302C226676223A5B5D2C226678223A5B5D7D2C7B2269223A332C2261223A2277616974222C2270223A312C2274223A313739353838363938373632392C22696E223A7B224576656E744E616D65223A22426173656C696E65476F4F6E227D2C22626D223A5B7B226964223A2230316132323333342D623936642D376630322D393233362D353562393366313961363130222C226B223A224576656E74222C226E223A22426173656C696E65476F4F6E227D5D7D5D7D');
CREATE TABLE "wf_journal" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_journal" PRIMARY KEY,
    "instance_id" BLOB NOT NULL,
    "activity_instance_id" TEXT NOT NULL,
    "parent_activity_instance_id" TEXT NULL,
    "activity_id" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "activity_type" TEXT NOT NULL,
    "activity_version" INTEGER NOT NULL,
    "activity_name" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "completed_at" INTEGER NULL,
    "detail" TEXT NOT NULL
);
INSERT INTO "wf_journal" ("row_no","instance_id","activity_instance_id","parent_activity_instance_id","activity_id","node_id","activity_type","activity_version","activity_name","sequence","status","started_at","completed_at","detail") VALUES (1,X'01A22334B96D7FEE92B719CB97A12DE8','1',NULL,'Flowchart1','Workflow1:Flowchart1','Elsa.Flowchart',1,'Flowchart1',1,'Running',1795886987629,NULL,'{}');
INSERT INTO "wf_journal" ("row_no","instance_id","activity_instance_id","parent_activity_instance_id","activity_id","node_id","activity_type","activity_version","activity_name","sequence","status","started_at","completed_at","detail") VALUES (2,X'01A22334B96D7FEE92B719CB97A12DE8','2','1','begin','Workflow1:Flowchart1:begin','Elsa.Event',1,'begin',2,'Completed',1795886987629,1795886987629,'{"inputs":{"EventName":"BaselineBegin"},"outputs":{"Result":{}}}');
INSERT INTO "wf_journal" ("row_no","instance_id","activity_instance_id","parent_activity_instance_id","activity_id","node_id","activity_type","activity_version","activity_name","sequence","status","started_at","completed_at","detail") VALUES (3,X'01A22334B96D7FEE92B719CB97A12DE8','3','1','wait','Workflow1:Flowchart1:wait','Elsa.Event',1,'wait',3,'Running',1795886987629,NULL,'{"inputs":{"EventName":"BaselineGoOn"}}');
CREATE TABLE "wf_pending_signal" (
    "row_no" INTEGER NOT NULL CONSTRAINT "PK_wf_pending_signal" PRIMARY KEY,
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_id" TEXT NULL,
    "payload" TEXT NOT NULL,
    "instance_id" BLOB NULL,
    "attempts" INTEGER NOT NULL,
    "retry_at" INTEGER NOT NULL,
    "last_error" TEXT NOT NULL,
    "raised_at" INTEGER NOT NULL
);
CREATE TABLE "wf_stamp" (
    "name" TEXT NOT NULL CONSTRAINT "PK_wf_stamp" PRIMARY KEY,
    "value" INTEGER NOT NULL
);
INSERT INTO "wf_stamp" ("name","value") VALUES ('definitions',2343046747026541283);
CREATE UNIQUE INDEX "IX_att_attachment_id" ON "att_attachment" ("id");
CREATE INDEX "IX_att_attachment_sha256" ON "att_attachment" ("sha256");
CREATE INDEX "IX_att_attachment_uploaded_at" ON "att_attachment" ("uploaded_at");
CREATE UNIQUE INDEX "IX_att_binding_attachment_id_matter_id_kind" ON "att_binding" ("attachment_id", "matter_id", "kind");
CREATE INDEX "IX_att_binding_matter_id" ON "att_binding" ("matter_id");
CREATE UNIQUE INDEX "IX_calendar_correction_id" ON "calendar_correction" ("id");
CREATE UNIQUE INDEX "IX_calendar_edition_year_revision" ON "calendar_edition" ("year", "revision");
CREATE UNIQUE INDEX "IX_deadline_id" ON "deadline" ("id");
CREATE INDEX "IX_deadline_matter_id" ON "deadline" ("matter_id");
CREATE INDEX "IX_deadline_provisional_state" ON "deadline" ("provisional", "state");
CREATE INDEX "IX_doc_document_corrects_id" ON "doc_document" ("corrects_id");
CREATE UNIQUE INDEX "IX_doc_document_id" ON "doc_document" ("id");
CREATE INDEX "IX_doc_document_matter_id_row_no" ON "doc_document" ("matter_id", "row_no");
CREATE UNIQUE INDEX "IX_doc_document_number" ON "doc_document" ("number") WHERE number IS NOT NULL;
CREATE INDEX "IX_doc_document_template_state_issued_at" ON "doc_document" ("template", "state", "issued_at");
CREATE UNIQUE INDEX "IX_escalation_case_id" ON "escalation_case" ("id");
CREATE INDEX "IX_escalation_case_matter_id_closed_at" ON "escalation_case" ("matter_id", "closed_at");
CREATE UNIQUE INDEX "IX_hazard_closure_matter_id" ON "hazard_closure" ("matter_id");
CREATE INDEX "IX_hazard_defect_key_found_at" ON "hazard" ("defect_key", "found_at");
CREATE UNIQUE INDEX "IX_hazard_emergency_measure_id" ON "hazard_emergency_measure" ("id");
CREATE INDEX "IX_hazard_emergency_measure_matter_id" ON "hazard_emergency_measure" ("matter_id");
CREATE INDEX "IX_hazard_equipment_code" ON "hazard" ("equipment_code");
CREATE INDEX "IX_hazard_equipment_id" ON "hazard" ("equipment_id");
CREATE INDEX "IX_hazard_found_at" ON "hazard" ("found_at");
CREATE UNIQUE INDEX "IX_hazard_instruction_id" ON "hazard_instruction" ("id");
CREATE UNIQUE INDEX "IX_hazard_instruction_matter_id_serial" ON "hazard_instruction" ("matter_id", "serial");
CREATE UNIQUE INDEX "IX_hazard_matter_id" ON "hazard" ("matter_id");
CREATE UNIQUE INDEX "IX_hazard_message_source_system_source_id_sent_at_sequence" ON "hazard_message" ("source_system", "source_id", "sent_at", "sequence");
CREATE INDEX "IX_hazard_pattern_defect_key_county_code" ON "hazard_pattern" ("defect_key", "county_code");
CREATE UNIQUE INDEX "IX_hazard_pattern_id" ON "hazard_pattern" ("id");
CREATE INDEX "IX_hazard_pattern_matter_id" ON "hazard_pattern" ("matter_id");
CREATE UNIQUE INDEX "IX_hazard_report_id" ON "hazard_report" ("id");
CREATE UNIQUE INDEX "IX_hazard_report_matter_id_serial" ON "hazard_report" ("matter_id", "serial");
CREATE UNIQUE INDEX "IX_hazard_report_recipient_id" ON "hazard_report_recipient" ("id");
CREATE INDEX "IX_hazard_report_recipient_matter_id_received_at" ON "hazard_report_recipient" ("matter_id", "received_at");
CREATE INDEX "IX_hazard_report_recipient_report_id" ON "hazard_report_recipient" ("report_id");
CREATE INDEX "IX_hazard_routing_matter_id" ON "hazard_routing" ("matter_id");
CREATE UNIQUE INDEX "IX_hazard_seizure_id" ON "hazard_seizure" ("id");
CREATE INDEX "IX_hazard_seizure_matter_id_released_at" ON "hazard_seizure" ("matter_id", "released_at");
CREATE UNIQUE INDEX "IX_hazard_source_system_source_id" ON "hazard" ("source_system", "source_id");
CREATE INDEX "IX_hazard_view_department_id" ON "hazard_view" ("department_id");
CREATE UNIQUE INDEX "IX_hazard_view_id" ON "hazard_view" ("id");
CREATE INDEX "IX_hazard_view_owner_user_id" ON "hazard_view" ("owner_user_id");
CREATE INDEX "IX_hazard_view_region_code" ON "hazard_view" ("region_code");
CREATE INDEX "IX_identity_role_claim_role_id" ON "identity_role_claim" ("role_id");
CREATE UNIQUE INDEX "IX_identity_role_normalized_name" ON "identity_role" ("normalized_name");
CREATE INDEX "IX_identity_user_claim_user_id" ON "identity_user_claim" ("user_id");
CREATE INDEX "IX_identity_user_login_user_id" ON "identity_user_login" ("user_id");
CREATE INDEX "IX_identity_user_normalized_email" ON "identity_user" ("normalized_email");
CREATE UNIQUE INDEX "IX_identity_user_normalized_user_name" ON "identity_user" ("normalized_user_name");
CREATE INDEX "IX_identity_user_person_id" ON "identity_user" ("person_id");
CREATE INDEX "IX_identity_user_role_role_id" ON "identity_user_role" ("role_id");
CREATE UNIQUE INDEX "IX_ledger_entry_matter_id_sequence" ON "ledger_entry" ("matter_id", "sequence");
CREATE INDEX "IX_matter_confirmation_chain_id" ON "matter_confirmation" ("chain_id");
CREATE INDEX "IX_matter_confirmation_confirmer_person_id_state" ON "matter_confirmation" ("confirmer_person_id", "state");
CREATE UNIQUE INDEX "IX_matter_confirmation_id" ON "matter_confirmation" ("id");
CREATE INDEX "IX_matter_confirmation_matter_id_state" ON "matter_confirmation" ("matter_id", "state");
CREATE INDEX "IX_matter_enterprise_id_state" ON "matter" ("enterprise_id", "state");
CREATE INDEX "IX_matter_hold_equipment_id_lifted_at" ON "matter_hold" ("equipment_id", "lifted_at");
CREATE UNIQUE INDEX "IX_matter_hold_id" ON "matter_hold" ("id");
CREATE INDEX "IX_matter_hold_matter_id_lifted_at" ON "matter_hold" ("matter_id", "lifted_at");
CREATE UNIQUE INDEX "IX_matter_id" ON "matter" ("id");
CREATE INDEX "IX_matter_kind_created_at_row_no" ON "matter" ("kind", "created_at", "row_no");
CREATE INDEX "IX_matter_kind_due_order_row_no" ON "matter" ("kind", "due_order", "row_no");
CREATE INDEX "IX_matter_kind_equipment_kind_region_code_state" ON "matter" ("kind", "equipment_kind", "region_code", "state");
CREATE INDEX "IX_matter_kind_found_at_row_no" ON "matter" ("kind", "found_at", "row_no");
CREATE INDEX "IX_matter_kind_grade_region_code_state" ON "matter" ("kind", "grade", "region_code", "state");
CREATE INDEX "IX_matter_kind_is_overdue_region_code_state" ON "matter" ("kind", "is_overdue", "region_code", "state");
CREATE INDEX "IX_matter_kind_region_code_state_grade_source_equipment_kind_is_overdue_place_type_updated_at" ON "matter" ("kind", "region_code", "state", "grade", "source", "equipment_kind", "is_overdue", "place_type", "updated_at");
CREATE INDEX "IX_matter_kind_source_region_code_state" ON "matter" ("kind", "source", "region_code", "state");
CREATE INDEX "IX_matter_kind_state_region_code_is_overdue" ON "matter" ("kind", "state", "region_code", "is_overdue");
CREATE INDEX "IX_matter_kind_state_updated_at_row_no" ON "matter" ("kind", "state", "updated_at", "row_no");
CREATE INDEX "IX_matter_kind_updated_at_row_no" ON "matter" ("kind", "updated_at", "row_no");
CREATE INDEX "IX_matter_link_matter_id" ON "matter_link" ("matter_id");
CREATE INDEX "IX_matter_link_other_matter_id" ON "matter_link" ("other_matter_id");
CREATE UNIQUE INDEX "IX_matter_number" ON "matter" ("number") WHERE number IS NOT NULL;
CREATE INDEX "IX_matter_number_prefix" ON "matter" ("number");
CREATE INDEX "IX_matter_party_matter_id_role" ON "matter_party" ("matter_id", "role");
CREATE INDEX "IX_matter_party_person_id" ON "matter_party" ("person_id");
CREATE INDEX "IX_matter_region_code_found_on" ON "matter" ("region_code", "found_on");
CREATE INDEX "IX_matter_tally_region_code" ON "matter_tally" ("region_code");
CREATE UNIQUE INDEX "IX_notice_notices_id" ON "notice_notices" ("id");
CREATE INDEX "IX_notice_notices_matter_id" ON "notice_notices" ("matter_id");
CREATE INDEX "IX_notice_notices_recipient_person_id_opened_at" ON "notice_notices" ("recipient_person_id", "opened_at");
CREATE INDEX "IX_notice_notices_recipient_person_id_row_no" ON "notice_notices" ("recipient_person_id", "row_no");
CREATE UNIQUE INDEX "IX_org_department_id" ON "org_department" ("id");
CREATE UNIQUE INDEX "IX_org_department_region_code_code_valid_from" ON "org_department" ("region_code", "code", "valid_from");
CREATE UNIQUE INDEX "IX_org_enterprise_credit_code" ON "org_enterprise" ("credit_code") WHERE voided_at IS NULL;
CREATE UNIQUE INDEX "IX_org_enterprise_id" ON "org_enterprise" ("id");
CREATE INDEX "IX_org_enterprise_name" ON "org_enterprise" ("name");
CREATE INDEX "IX_org_enterprise_region_code" ON "org_enterprise" ("region_code");
CREATE INDEX "IX_org_enterprise_status_disposals_opened_at" ON "org_enterprise" ("status", "disposals_opened_at");
CREATE UNIQUE INDEX "IX_org_equipment_code" ON "org_equipment" ("code") WHERE voided_at IS NULL;
CREATE INDEX "IX_org_equipment_enterprise_id" ON "org_equipment" ("enterprise_id");
CREATE INDEX "IX_org_equipment_former_code" ON "org_equipment" ("former_code");
CREATE UNIQUE INDEX "IX_org_equipment_id" ON "org_equipment" ("id");
CREATE INDEX "IX_org_equipment_registration_number" ON "org_equipment" ("registration_number");
CREATE INDEX "IX_org_person_enterprise_id" ON "org_person" ("enterprise_id");
CREATE UNIQUE INDEX "IX_org_person_id" ON "org_person" ("id");
CREATE INDEX "IX_org_person_name" ON "org_person" ("name");
CREATE UNIQUE INDEX "IX_org_person_user_id" ON "org_person" ("user_id");
CREATE UNIQUE INDEX "IX_org_post_deputy_id" ON "org_post_deputy" ("id");
CREATE INDEX "IX_org_post_deputy_person_id" ON "org_post_deputy" ("person_id");
CREATE INDEX "IX_org_post_deputy_post_id_valid_to" ON "org_post_deputy" ("post_id", "valid_to");
CREATE INDEX "IX_org_post_enterprise_id" ON "org_post" ("enterprise_id");
CREATE UNIQUE INDEX "IX_org_post_holder_id" ON "org_post_holder" ("id");
CREATE INDEX "IX_org_post_holder_person_id" ON "org_post_holder" ("person_id");
CREATE INDEX "IX_org_post_holder_post_id_valid_from" ON "org_post_holder" ("post_id", "valid_from");
CREATE UNIQUE INDEX "IX_org_post_id" ON "org_post" ("id");
CREATE INDEX "IX_org_post_kind_region_code" ON "org_post" ("kind", "region_code");
CREATE UNIQUE INDEX "IX_org_post_succession_post_id_successor_post_id" ON "org_post_succession" ("post_id", "successor_post_id");
CREATE UNIQUE INDEX "IX_org_region_code_valid_from" ON "org_region" ("code", "valid_from");
CREATE UNIQUE INDEX "IX_org_region_id" ON "org_region" ("id");
CREATE INDEX "IX_org_region_reorganization_completed_at" ON "org_region_reorganization" ("completed_at");
CREATE UNIQUE INDEX "IX_org_region_reorganization_id" ON "org_region_reorganization" ("id");
CREATE UNIQUE INDEX "IX_org_region_succession_code_successor_code_effective_on" ON "org_region_succession" ("code", "successor_code", "effective_on");
CREATE UNIQUE INDEX "IX_policy_pack_proposal_id" ON "policy_pack_proposal" ("id");
CREATE UNIQUE INDEX "IX_policy_pack_version" ON "policy_pack" ("version");
CREATE INDEX "IX_policy_parameter_pack_version_parameter_id" ON "policy_parameter" ("pack_version", "parameter_id");
CREATE INDEX "IX_policy_rule_pack_version_rule_id" ON "policy_rule" ("pack_version", "rule_id");
CREATE UNIQUE INDEX "IX_rectification_extension_id" ON "rectification_extension" ("id");
CREATE INDEX "IX_rectification_extension_matter_id_state" ON "rectification_extension" ("matter_id", "state");
CREATE UNIQUE INDEX "IX_rectification_look_back_matter_id" ON "rectification_look_back" ("matter_id");
CREATE UNIQUE INDEX "IX_rectification_plan_id" ON "rectification_plan" ("id");
CREATE UNIQUE INDEX "IX_rectification_plan_matter_id_serial" ON "rectification_plan" ("matter_id", "serial");
CREATE INDEX "IX_rectification_progress_matter_id" ON "rectification_progress" ("matter_id");
CREATE UNIQUE INDEX "IX_rectification_reinspection_id" ON "rectification_reinspection" ("id");
CREATE UNIQUE INDEX "IX_rectification_reinspection_matter_id_serial" ON "rectification_reinspection" ("matter_id", "serial");
CREATE UNIQUE INDEX "IX_rectification_report_id" ON "rectification_report" ("id");
CREATE UNIQUE INDEX "IX_rectification_report_matter_id_serial" ON "rectification_report" ("matter_id", "serial");
CREATE UNIQUE INDEX "IX_rectification_sign_off_matter_id" ON "rectification_sign_off" ("matter_id");
CREATE INDEX "IX_server_access_refusal_at" ON "server_access_refusal" ("at");
CREATE INDEX "IX_sheet_export_at" ON "sheet_export" ("at");
CREATE UNIQUE INDEX "IX_sheet_export_id" ON "sheet_export" ("id");
CREATE UNIQUE INDEX "IX_sheet_file_piece_import_id_piece" ON "sheet_file_piece" ("import_id", "piece");
CREATE UNIQUE INDEX "IX_sheet_import_id" ON "sheet_import" ("id");
CREATE UNIQUE INDEX "IX_sheet_import_row_import_id_round_number" ON "sheet_import_row" ("import_id", "round", "number");
CREATE INDEX "IX_sheet_import_row_import_id_round_row_key" ON "sheet_import_row" ("import_id", "round", "row_key");
CREATE INDEX "IX_sheet_import_row_import_id_round_state_number" ON "sheet_import_row" ("import_id", "round", "state", "number");
CREATE INDEX "IX_sheet_import_state_row_no" ON "sheet_import" ("state", "row_no");
CREATE INDEX "IX_sheet_import_user_id_row_no" ON "sheet_import" ("user_id", "row_no");
CREATE UNIQUE INDEX "IX_sheet_mapping_kind_signature_user_id" ON "sheet_mapping" ("kind", "signature", "user_id");
CREATE UNIQUE INDEX "IX_statistics_published_rates_id" ON "statistics_published_rates" ("id");
CREATE INDEX "IX_statistics_published_rates_region_code_row_no" ON "statistics_published_rates" ("region_code", "row_no");
CREATE UNIQUE INDEX "IX_task_assignments_id" ON "task_assignments" ("id");
CREATE INDEX "IX_task_assignments_person_id_state" ON "task_assignments" ("person_id", "state");
CREATE INDEX "IX_task_assignments_post_id_state" ON "task_assignments" ("post_id", "state");
CREATE INDEX "IX_task_assignments_superior_post_id_state" ON "task_assignments" ("superior_post_id", "state");
CREATE INDEX "IX_task_assignments_task_id" ON "task_assignments" ("task_id");
CREATE UNIQUE INDEX "IX_task_comments_id" ON "task_comments" ("id");
CREATE INDEX "IX_task_comments_task_id" ON "task_comments" ("task_id");
CREATE INDEX "IX_task_tasks_completed_by_person_id_matter_id" ON "task_tasks" ("completed_by_person_id", "matter_id");
CREATE UNIQUE INDEX "IX_task_tasks_id" ON "task_tasks" ("id");
CREATE UNIQUE INDEX "IX_task_tasks_instance_id_activity_instance_id" ON "task_tasks" ("instance_id", "activity_instance_id");
CREATE INDEX "IX_task_tasks_instance_id_state" ON "task_tasks" ("instance_id", "state");
CREATE INDEX "IX_task_tasks_matter_id_state" ON "task_tasks" ("matter_id", "state");
CREATE INDEX "IX_task_tasks_sent_by_person_id_state" ON "task_tasks" ("sent_by_person_id", "state");
CREATE INDEX "IX_task_tasks_state_urgency" ON "task_tasks" ("state", "urgency");
CREATE INDEX "IX_task_transfers_by_person_id" ON "task_transfers" ("by_person_id");
CREATE UNIQUE INDEX "IX_task_transfers_id" ON "task_transfers" ("id");
CREATE INDEX "IX_task_transfers_task_id" ON "task_transfers" ("task_id");
CREATE UNIQUE INDEX "IX_task_urges_id" ON "task_urges" ("id");
CREATE INDEX "IX_task_urges_task_id_at" ON "task_urges" ("task_id", "at");
CREATE UNIQUE INDEX "IX_task_withdrawals_id" ON "task_withdrawals" ("id");
CREATE INDEX "IX_task_withdrawals_task_id_state" ON "task_withdrawals" ("task_id", "state");
CREATE INDEX "IX_wf_bookmark_due_at" ON "wf_bookmark" ("due_at") WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX "IX_wf_bookmark_id" ON "wf_bookmark" ("id");
CREATE INDEX "IX_wf_bookmark_instance_id" ON "wf_bookmark" ("instance_id");
CREATE INDEX "IX_wf_bookmark_name_correlation_id" ON "wf_bookmark" ("name", "correlation_id");
CREATE UNIQUE INDEX "IX_wf_definition_definition_id_version" ON "wf_definition" ("definition_id", "version");
CREATE INDEX "IX_wf_definition_is_published_definition_id" ON "wf_definition" ("is_published", "definition_id");
CREATE UNIQUE INDEX "IX_wf_definition_version_id" ON "wf_definition" ("version_id");
CREATE UNIQUE INDEX "IX_wf_incident_id" ON "wf_incident" ("id");
CREATE INDEX "IX_wf_incident_instance_id" ON "wf_incident" ("instance_id");
CREATE INDEX "IX_wf_incident_retry_at" ON "wf_incident" ("retry_at") WHERE retry_at IS NOT NULL AND resolved_at IS NULL;
CREATE INDEX "IX_wf_instance_correlation_id" ON "wf_instance" ("correlation_id");
CREATE UNIQUE INDEX "IX_wf_instance_id" ON "wf_instance" ("id");
CREATE INDEX "IX_wf_instance_open_incidents" ON "wf_instance" ("open_incidents") WHERE open_incidents > 0;
CREATE INDEX "IX_wf_instance_status_updated_at" ON "wf_instance" ("status", "updated_at");
CREATE UNIQUE INDEX "IX_wf_journal_instance_id_activity_instance_id" ON "wf_journal" ("instance_id", "activity_instance_id");
CREATE INDEX "IX_wf_pending_signal_correlation_id" ON "wf_pending_signal" ("correlation_id");
CREATE UNIQUE INDEX "IX_wf_pending_signal_id" ON "wf_pending_signal" ("id");
CREATE INDEX "IX_wf_pending_signal_retry_at" ON "wf_pending_signal" ("retry_at");
