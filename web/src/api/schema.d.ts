/** Made by `npm run generate` from the services' OpenAPI documents; never edited. */

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Public Keys
         * @description The keys that access tokens may be signed with now, the one that signs first.
         */
        get: operations["list_public_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["analytics_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["analytics_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["analytics_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["analytics_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alerts
         * @description Alerts of the caller's walks, newest first; of all walks for support.
         */
        get: operations["list_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{alert_id}/ack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge Alert
         * @description Somebody has seen it; a second time changes nothing.
         */
        post: operations["acknowledge_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description What happened, newest first; names are without their version: `order.settled`.
         */
        get: operations["analytics_list_events"];
        put?: never;
        /**
         * Report Events
         * @description Report what happened in an app. People write events of kind `user` about themselves; with
         *     `analytics:manage` also `system` and `error`. `business` facts come from the services alone.
         */
        post: operations["report_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Funnel
         * @description How far the orders placed in the range have come: assigned, started, completed, settled.
         */
        get: operations["read_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/kpis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Kpis
         * @description Every KPI with its value, its status against the target, its trend and its formula in words.
         */
        get: operations["list_kpis"];
        put?: never;
        /**
         * Create Kpi
         * @description Set a target for a metric, or for the ratio of two.
         */
        post: operations["create_kpi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/kpis/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Kpi
         * @description One KPI as it stands now.
         */
        get: operations["read_kpi"];
        /**
         * Change Kpi
         * @description Change a KPI; of a built-in one everything but the metrics it is made of.
         */
        put: operations["change_kpi"];
        post?: never;
        /**
         * Delete Kpi
         * @description Delete a KPI that is not built in.
         */
        delete: operations["delete_kpi"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Metrics
         * @description Every metric with its definition and its formula in words.
         */
        get: operations["list_metrics"];
        put?: never;
        /**
         * Create Metric
         * @description Define a metric: which event, which aggregation of which property, under which conditions.
         */
        post: operations["create_metric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/metrics/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Metric
         * @description One metric's definition.
         */
        get: operations["read_metric"];
        /**
         * Change Metric
         * @description Define it anew; its whole past is counted by the new definition. Built-in ones stay as they are.
         */
        put: operations["change_metric"];
        post?: never;
        /**
         * Delete Metric
         * @description Delete a metric that no KPI is made of; its events stay.
         */
        delete: operations["delete_metric"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/metrics/{key}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Series
         * @description The metric by hours, days, weeks (from Monday) or months of the time zone, empty ones too.
         *     Money is counted in one currency; `group_by` draws a line for each value of a property.
         */
        get: operations["read_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In
         * @description Sign in with e-mail and password, and with an authenticator app its code too.
         *
         *     Who has rights that want a second factor, and none yet, gets a token for setting one up alone.
         */
        post: operations["log_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out
         * @description Sign this device out.
         */
        post: operations["log_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out Everywhere
         * @description Sign every device out, this one too.
         */
        post: operations["log_out_everywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sign In Methods
         * @description The caller's ways in, and his second factors.
         */
        get: operations["list_sign_in_methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Phone Code
         * @description Send a sign-in code by SMS, if an account has proved this phone: the answer does not tell.
         */
        post: operations["request_phone_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In With Phone
         * @description Sign in with the code from the SMS; with an authenticator app its code is needed too.
         */
        post: operations["log_in_with_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Passkeys
         * @description The caller's passkeys, the oldest first.
         */
        get: operations["list_own_passkeys"];
        put?: never;
        /**
         * Add Passkey
         * @description Keep the new passkey. This session has a second factor by that: refresh for its rights.
         */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Passkey
         * @description It opens nothing any more; the last way in to the account stays.
         */
        delete: operations["remove_passkey"];
        options?: never;
        head?: never;
        /**
         * Rename Passkey
         * @description Call it something else.
         */
        patch: operations["rename_passkey"];
        trace?: never;
    };
    "/api/v1/auth/passkeys/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In With Passkey
         * @description Sign in with a passkey; no other factor is asked for.
         */
        post: operations["log_in_with_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/login/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Passkey Login
         * @description What `navigator.credentials.get` is to be asked for; the same for everybody.
         */
        post: operations["begin_passkey_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Registration
         * @description What `navigator.credentials.create` is to be asked for; good once, for five minutes.
         */
        post: operations["begin_registration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Set a new password with the present one; every other device is signed out.
         *
         *     Who has none yet sets his first one right after signing in.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget Password
         * @description Send a code to this address, if there is such an account: the answer does not tell.
         */
        post: operations["forget_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Password
         * @description Set a new password with the code; every device is signed out.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description New tokens for a refresh token, which is used up by that.
         *
         *     Requests at the same time with the same token get the same successor; a used token that comes
         *     later ends the whole session.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Make an account and sign in to it; a code to prove the e-mail is on its way.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description Where the caller is signed in, the last used first.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description Sign one device out; its access token stops working within seconds.
         */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get Token
         * @description The OAuth 2 password form of the same; `username` is the e-mail.
         */
        post: operations["get_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable Totp
         * @description Takes the password and a code, of the app or of the recovery codes.
         */
        post: operations["disable_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable Totp
         * @description From now on signing in wants a code. This session has the second factor: refresh for its rights.
         */
        post: operations["enable_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Recovery Codes
         * @description Ten new recovery codes in place of those before.
         */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up Totp
         * @description A secret for the authenticator app; it counts once `/auth/totp/enable` has seen its first code.
         */
        post: operations["set_up_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Email
         * @description Prove the account's e-mail with the code that was sent to it.
         */
        post: operations["verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Verification
         * @description Send another code; those sent before do not open any more.
         */
        post: operations["resend_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Phone
         * @description Prove the phone with the code that was sent to it; from then on it is a way in.
         */
        post: operations["verify_phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-phone/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Phone Code
         * @description Send a code to the phone in the profile; those sent before do not open any more.
         */
        post: operations["send_phone_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/ws-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue Ws Ticket
         * @description A one-time ticket for a browser's WebSocket: `Sec-WebSocket-Protocol: lapa.ticket.<ticket>`.
         */
        post: operations["issue_ws_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Chats
         * @description The caller's chats with their last message and unread count, the last active first.
         */
        get: operations["list_chats"];
        put?: never;
        /**
         * Open Chat
         * @description Write to somebody, to several, or to support. A direct chat that exists is given again.
         */
        post: operations["open_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chat_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Chat
         * @description One chat, for its members; support sees its own and those that were reported.
         */
        get: operations["get_chat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Chat
         * @description The title of one's own group; whether the chat rings for the caller.
         */
        patch: operations["change_chat"];
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Messages
         * @description The newest messages, those before one, or those after one; always the oldest first.
         */
        get: operations["list_messages"];
        put?: never;
        /**
         * Post Message
         * @description Say something; the same `client_message_id` again gives the message that it became.
         */
        post: operations["post_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Message
         * @description Take one's own message back; its place remains.
         */
        delete: operations["delete_message"];
        options?: never;
        head?: never;
        /**
         * Edit Message
         * @description Change the words of one's own message; everybody sees that it was changed.
         */
        patch: operations["edit_message"];
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Participant
         * @description Bring somebody into one's own group: he sees what is written from now on.
         */
        post: operations["add_participant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/participants/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Participant
         * @description Leave a group, or send somebody away from one's own.
         */
        delete: operations["remove_participant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Read
         * @description Read up to and including `seq`; answers where the mark stands, which never moves back.
         */
        post: operations["mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/{chat_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Member
         * @description Tell the moderators about a member; he learns nothing of it.
         */
        post: operations["report_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description What members have reported, the newest first; for moderators.
         */
        get: operations["list_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chats/support-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Support Queue
         * @description What people have written to support, for those who answer; the last active first.
         */
        get: operations["list_support_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateway/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Routes
         * @description Which paths go to which service, in the order in which they are tried.
         */
        get: operations["list_routes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateway/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Platform Services
         * @description Every service and whether it is up; for operators also where it is and how it does.
         */
        get: operations["list_platform_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateway/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Statistics
         * @description Requests by route since this process began: count, errors (5xx), latency, in flight.
         */
        get: operations["read_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/geofences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Geofences
         * @description The caller's areas, newest first.
         */
        get: operations["list_geofences"];
        put?: never;
        /**
         * Create Geofence
         * @description A new area that watches the caller's walks.
         */
        post: operations["create_geofence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/geofences/{geofence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Geofence
         * @description One of the caller's areas.
         */
        get: operations["get_geofence"];
        put?: never;
        post?: never;
        /**
         * Delete Geofence
         * @description It watches no longer; alerts that it raised stay.
         */
        delete: operations["delete_geofence"];
        options?: never;
        head?: never;
        /**
         * Change Geofence
         * @description Change what is given; walks under way are watched by the new shape at once.
         */
        patch: operations["change_geofence"];
        trace?: never;
    };
    "/api/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description Accounts with their balances, the newest first.
         */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Adjustments
         * @description All of them, newest first.
         */
        get: operations["list_adjustments"];
        put?: never;
        /**
         * Propose Adjustment
         * @description Say what should be moved and why; nothing is, before somebody else agrees.
         */
        post: operations["propose_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/adjustments/{adjustment_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Adjustment
         * @description Move the money; only who has not proposed it, and is not who it is for.
         */
        post: operations["approve_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/adjustments/{adjustment_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Adjustment
         * @description Let it be.
         */
        post: operations["reject_adjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Entries
         * @description Journals with their lines, newest first; `reference` is a payment, top-up or transfer.
         */
        get: operations["list_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/held-topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Held Topups
         * @description Top-ups that came too fast: paid, and held until somebody has looked at them.
         */
        get: operations["list_held_topups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/held-topups/{topup_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Topup
         * @description The person may spend it.
         */
        post: operations["release_topup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Trial Balance
         * @description The sum of all balances in each currency: zero.
         */
        get: operations["get_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Points
         * @description The caller's own points, up to 1000, in any order and as often as he likes; answered once they are safe.
         */
        post: operations["send_points"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Position
         * @description Where a walker is: for the owner of the dog, between the start and the finish of the walk.
         */
        get: operations["get_position"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Own Position
         * @description The caller's own last point; outside a walk it is all that is kept, and for minutes only.
         */
        get: operations["get_own_position"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/locations/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Nearby
         * @description Walkers who are online now, nearest first; exact only for support.
         */
        get: operations["list_nearby"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Markets
         * @description Where the platform works, and under which terms.
         */
        get: operations["list_markets"];
        put?: never;
        /**
         * Create Market
         * @description Open a market.
         */
        post: operations["create_market"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Market
         * @description Change a market's terms; orders already made keep theirs.
         */
        put: operations["change_market"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Media
         * @description The caller's own files, newest first.
         */
        get: operations["list_media"];
        put?: never;
        /**
         * Upload Media
         * @description Send a JPEG, PNG or WebP picture or a PDF document; it is its owner's alone until it is attached.
         */
        post: operations["upload_media"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Media
         * @description What is known of a file.
         */
        get: operations["get_media"];
        put?: never;
        post?: never;
        /**
         * Delete Media
         * @description Delete one's own file with all its variants; moderators delete any but documents.
         */
        delete: operations["delete_media"];
        options?: never;
        head?: never;
        /**
         * Change Media
         * @description Change tags and visibility of one's own file; evidence stays visible to those it concerns.
         */
        patch: operations["change_media"];
        trace?: never;
    };
    "/api/v1/media/{media_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Content
         * @description The file itself: as it was sent for its owner, without place, time and device for others.
         */
        get: operations["get_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share Media
         * @description A link that shows one's own file to whoever holds it, until it expires.
         */
        post: operations["share_media"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/variants/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Variant
         * @description The picture upright and in a handy size as WebP; made now when nobody has asked before.
         */
        get: operations["get_variant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{media_id}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Document Views
         * @description Who opened a verification document and when, for its owner and reviewers.
         */
        get: operations["list_document_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/of/{type}/{context_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Media Of Context
         * @description The files of a pet, a walk, a chat, for those who may read it, newest first.
         */
        get: operations["list_media_of_context"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Usage
         * @description How much of the caller's space is used.
         */
        get: operations["get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Channels
         * @description The channels, and why those that cannot be used cannot: SMS and push have no provider here.
         */
        get: operations["list_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Preferences
         * @description By category and channel, the quiet hours, the language.
         */
        get: operations["get_preferences"];
        /**
         * Put Preferences
         * @description All of them at once. Messages about safety and the account come whatever is chosen here.
         */
        put: operations["put_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Templates
         * @description Every text in its newest version, all on one page.
         */
        get: operations["list_templates"];
        put?: never;
        /**
         * Create Template
         * @description A text that is not there yet; a variable it does not have is refused now, not when it is sent.
         */
        post: operations["create_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Template
         * @description One text as it is used now.
         */
        get: operations["get_template"];
        /**
         * Change Template
         * @description Its next version, used from now on.
         */
        put: operations["change_template"];
        post?: never;
        /**
         * Delete Template
         * @description What was written here goes; the platform's own text comes back.
         */
        delete: operations["delete_template"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-templates/{template_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Template
         * @description How it would read.
         */
        post: operations["preview_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notifications
         * @description What the caller was told, the newest first.
         */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description How it went out on each channel; the reader and the staff see the same.
         */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Notification
         * @description The caller has read it; reading twice changes nothing.
         */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All
         * @description Nothing waits any more, on any device.
         */
        post: operations["read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Notification
         * @description Tell the named people something, now or at `send_at`; each of them once.
         */
        post: operations["send_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Statistics
         * @description Deliveries by channel and state, notifications by kind.
         */
        get: operations["get_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Unread
         * @description How many of them wait to be read.
         */
        get: operations["count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["api_gateway_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["api_gateway_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Orders
         * @description The caller's orders as client and as walker, newest first; `from` and `to` by start.
         */
        get: operations["list_orders"];
        put?: never;
        /**
         * Place Order
         * @description Book what was quoted. With `walker_id` his time is held from this moment.
         */
        post: operations["place_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Order
         * @description The order, for its client, its walker, or support.
         */
        get: operations["get_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Order
         * @description Change the notes, or move the walk: its walker keeps it when he is free then, else another is found.
         *
         *     The price is that of the booking's own rule for the new time; the difference is held or set free.
         */
        patch: operations["change_order"];
        trace?: never;
    };
    "/api/v1/orders/{order_id}/access/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Access Log
         * @description Every attempt to open the access notes, for the owner.
         */
        get: operations["get_access_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/access/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal Access
         * @description The access notes: to the assigned walker alone, near the door, from 30 minutes before the start.
         */
        post: operations["reveal_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/arrived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arrive
         * @description The walker is at the door; the proof is kept.
         */
        post: operations["arrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Order
         * @description By the client: the fee shown by `/cancellation-fee` is charged, the rest is released.
         *
         *     By the walker: another walker is searched for. By support: also a walk under way, for the `fee` it says.
         */
        post: operations["cancel_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/cancellation-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Cancellation Fee
         * @description What cancelling at this moment would cost the client.
         */
        get: operations["get_cancellation_fee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/contact-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attempt Contact
         * @description The walker, arrived, rings or calls; the client is told that somebody waits.
         */
        post: operations["attempt_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Dispute
         * @description Say that the money must end otherwise, within 14 days; the walker's part is frozen at once.
         */
        post: operations["open_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/dispute/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal Dispute
         * @description Ask for another look at the decision: once, within 7 days.
         */
        post: operations["appeal_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/dispute/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve Dispute
         * @description Decide: that much goes back to the client, the rest is divided as agreed; both read the reasons.
         */
        post: operations["resolve_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Disputes
         * @description The dispute and its appeal, for both sides and support.
         */
        get: operations["list_disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/en-route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go En Route
         * @description The walker is on his way.
         */
        post: operations["go_en_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description What has happened on the walk so far, in that order; for those who may see the order.
         */
        get: operations["order_list_events"];
        put?: never;
        /**
         * Record Event
         * @description Something that happened on the walk; photos must be the walker's own and usable.
         */
        post: operations["record_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain Match
         * @description Why this walker, for the client: who was asked in which order, and the factors that order came from.
         */
        get: operations["explain_match"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Walk
         * @description End the walk at the pickup; from now on the owner no longer sees the position.
         *
         *     Support may finish for a walker who cannot, and says why.
         */
        post: operations["finish_walk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Order Incidents
         * @description What went wrong on this order and what was done, for both sides and support.
         */
        get: operations["list_order_incidents"];
        put?: never;
        /**
         * Report Incident
         * @description Something went wrong. `high` pages support and freezes the payout; all say when an answer is due.
         */
        post: operations["report_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/incidents/{incident_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Incident
         * @description Dealt with; a payout that was frozen for it is free again.
         */
        post: operations["close_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/incidents/{incident_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Incident Note
         * @description A step in words, read by both sides; support's first one is the answer that was due.
         */
        post: operations["add_incident_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report No Show
         * @description Nobody opened for ten minutes, in spite of two attempts: the client is charged as for cancelling now.
         */
        post: operations["report_no_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Report
         * @description The walk's report card.
         */
        get: operations["get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review Order
         * @description Rate the other side, once; hidden until both wrote or 14 days passed.
         */
        post: operations["review_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Walk
         * @description Begin the walk at the pickup: from now on the owner sees the position.
         */
        post: operations["start_walk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Timeline
         * @description Every step of the order, who took it and when.
         */
        get: operations["get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order_id}/tip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tip Walker
         * @description A tip from the client's wallet, whole to the walker, within 14 days of the walk.
         */
        post: operations["tip_walker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Feed
         * @description A secret address for the caller's walks; an address made earlier ends.
         */
        post: operations["open_feed"];
        /**
         * Close Feed
         * @description The address shows nothing any more.
         */
        delete: operations["close_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Feed
         * @description iCalendar of the walks of the last 30 days and all to come; who has the address needs no other key.
         */
        get: operations["read_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Incidents
         * @description Of all orders, newest first: support's queue.
         */
        get: operations["list_incidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Offers
         * @description What the walker may accept now, the soonest to expire first.
         */
        get: operations["list_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/offers/{offer_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Offer
         * @description Take the walk: the first one wins, and no walker is booked twice at a time.
         */
        post: operations["accept_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/offers/{offer_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Offer
         * @description Not this one; nobody holds it against the walker.
         */
        post: operations["decline_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/pricing-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description All versions, newest first.
         */
        get: operations["list_rules"];
        put?: never;
        /**
         * Add Pricing Rule
         * @description The next version of a market's prices, from `valid_from` on; quotes already given keep theirs.
         */
        post: operations["add_pricing_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/pricing-rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Rule
         * @description One version, as it priced and prices.
         */
        get: operations["get_rule"];
        put?: never;
        post?: never;
        /**
         * Remove Rule
         * @description Take back a version before it comes into force.
         */
        delete: operations["remove_rule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Promo Codes
         * @description Everybody's codes, newest first; those of one person alone are left out.
         */
        get: operations["list_promo_codes"];
        put?: never;
        /**
         * Create Promo Code
         * @description A new code; it is written in capitals.
         */
        post: operations["create_promo_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/promo-codes/{promo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Promo Code
         * @description The code and how much of it is used.
         */
        get: operations["get_promo_code"];
        /**
         * Change Promo Code
         * @description Change the terms; a budget below what is used already stops further uses and takes none back.
         */
        put: operations["change_promo_code"];
        post?: never;
        /**
         * Archive Promo Code
         * @description Nobody can use it any more; orders made with it keep their discount.
         */
        delete: operations["archive_promo_code"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/promo-codes/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Promo Codes
         * @description The caller's own codes, such as the credit for bringing a friend.
         */
        get: operations["list_my_promo_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote Walk
         * @description An itemised price, kept to the minor unit for fifteen minutes whatever the rules become.
         */
        post: operations["quote_walk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/quotes/{quote_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain Quote
         * @description The rule version, the inputs, the lines they give again, and what each factor alone would change.
         */
        get: operations["explain_quote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reviews
         * @description What others wrote about a user, newest first.
         */
        get: operations["list_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/reviews/{review_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Review
         * @description Take down a review that breaks the rules; the reason is public.
         */
        post: operations["remove_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/reviews/{review_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reply To Review
         * @description A word to what was written about the caller; once.
         */
        post: operations["reply_to_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Series
         * @description The caller's series, newest first.
         */
        get: operations["list_series"];
        put?: never;
        /**
         * Create Series
         * @description Walks again and again; each becomes an order of its own a week ahead, at its own price.
         */
        post: operations["create_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/series/{series_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Series
         * @description The series and its walks of the next four weeks.
         */
        get: operations["get_series"];
        put?: never;
        post?: never;
        /**
         * End Series
         * @description No further walks; those booked already take place unless `cancel_booked`.
         */
        delete: operations["end_series"];
        options?: never;
        head?: never;
        /**
         * Edit Series
         * @description From the next walk on. Booked walks go to the nearest time of their day, or are cancelled if it has none.
         */
        patch: operations["edit_series"];
        trace?: never;
    };
    "/api/v1/orders/series/{series_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move One
         * @description One walk at another time; one booked already is rescheduled.
         */
        post: operations["move_one"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/series/{series_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Series
         * @description No walks for a while; those booked in it are cancelled by the usual terms.
         */
        post: operations["pause_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/series/{series_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Series
         * @description Walks again.
         */
        post: operations["resume_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/series/{series_id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip Day
         * @description No walk on that day; one booked already is cancelled by the usual terms.
         */
        post: operations["skip_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payments
         * @description The caller's payments, newest first; `user_id` is for those who may read anybody's.
         */
        get: operations["list_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Payment
         * @description A payment and its refunds, for who paid it and for support.
         */
        get: operations["get_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{payment_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Receipt
         * @description The receipt of a payment and the credit notes of its refunds.
         */
        get: operations["get_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{payment_id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Receipt Pdf
         * @description The same on paper.
         */
        get: operations["get_receipt_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{payment_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund Payment
         * @description Give captured money back to the client's wallet, in parts or whole; never more than was captured.
         */
        post: operations["refund_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/sandbox/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Confirmation
         * @description The question; whoever has the address may answer it.
         */
        get: operations["show_confirmation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/sandbox/{secret}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description Pay.
         */
        post: operations["confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/sandbox/{secret}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Do not pay.
         */
        post: operations["refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Payouts
         * @description The caller's payouts, newest first; `everybody` is for those who decide on them.
         */
        get: operations["list_payouts"];
        put?: never;
        /**
         * Request Payout
         * @description Set money aside and send it; `instant` arrives the same day, for a fee.
         */
        post: operations["request_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payout_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Payout
         * @description How far a payout has come.
         */
        get: operations["get_payout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payout_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Payout
         * @description Agree that it is sent; where two are needed the second one sends it.
         */
        post: operations["approve_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{payout_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Payout
         * @description Give the money back to the walker's wallet.
         */
        post: operations["reject_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Destinations
         * @description The caller's own, the oldest first; payouts by schedule go to the newest.
         */
        get: operations["list_destinations"];
        put?: never;
        /**
         * Add Destination
         * @description Where the caller's money shall go. After a change nothing goes out for a day.
         */
        post: operations["add_destination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/destinations/{destination_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Destination
         * @description Nothing new goes there; what is under way does.
         */
        delete: operations["remove_destination"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Upcoming
         * @description What the caller can have now, and what from which day on.
         */
        get: operations["get_upcoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Pets
         * @description The caller's pets and those shared with him, newest first.
         */
        get: operations["list_pets"];
        put?: never;
        /**
         * Add Pet
         * @description Add a pet.
         */
        post: operations["add_pet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Pet
         * @description The pet, as far as the caller may see it: his own, or one he walks.
         */
        get: operations["get_pet"];
        /**
         * Replace Pet
         * @description Say everything about the pet anew.
         */
        put: operations["replace_pet"];
        post?: never;
        /**
         * Remove Pet
         * @description Remove a pet; one that was ever walked is archived instead.
         */
        delete: operations["remove_pet"];
        options?: never;
        head?: never;
        /**
         * Change Pet
         * @description Change what is named.
         */
        patch: operations["change_pet"];
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/care-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Care Card
         * @description For the family, and for a walker from his assignment until a day after the walk.
         */
        get: operations["get_care_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/co-owners/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Share Pet
         * @description Share the pet with somebody, who may then do all but remove and share it.
         */
        put: operations["share_pet"];
        post?: never;
        /**
         * End Sharing
         * @description Share it no longer; a co-owner may leave by himself.
         */
        delete: operations["end_sharing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/medical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Medical Records
         * @description All records of the pet, newest first.
         */
        get: operations["list_medical_records"];
        put?: never;
        /**
         * Add Medical Record
         * @description Put a record on file; the family is reminded 30, 7 and 1 days before a vaccination ends.
         */
        post: operations["add_medical_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/medical/{record_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Medical Record
         * @description One record.
         */
        get: operations["get_medical_record"];
        /**
         * Change Medical Record
         * @description Say the record anew; what it said before stays in its history.
         */
        put: operations["change_medical_record"];
        post?: never;
        /**
         * Delete Medical Record
         * @description Take a record off; its history remains.
         */
        delete: operations["delete_medical_record"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/medical/{record_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Medical History
         * @description Who changed a record and when, and what it said before; newest first.
         */
        get: operations["get_medical_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Photos
         * @description The pet's photos, oldest first.
         */
        get: operations["list_photos"];
        put?: never;
        /**
         * Add Photo
         * @description Add a photo: `{media_id}` of a file the caller has uploaded, or the file itself as multipart.
         */
        post: operations["add_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/photos/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Photo
         * @description Show it no longer; the file is deleted at media-service.
         */
        delete: operations["remove_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/photos/{photo_id}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Primary Photo
         * @description The photo by which the pet is known in lists.
         */
        put: operations["set_primary_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{pet_id}/vaccination-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Vaccination Status
         * @description Whether the pet counts as vaccinated, and until when.
         */
        get: operations["get_vaccination_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/breeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Breeds
         * @description Dog breeds by a part of their English or Russian name.
         */
        get: operations["search_breeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Outbox
         * @description Every e-mail, SMS and push, oldest first; `suppressed` where there was no provider to take it.
         */
        get: operations["list_outbox"];
        put?: never;
        post?: never;
        /**
         * Empty Outbox
         * @description Forget what went out so far.
         */
        delete: operations["empty_outbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Scenario
         * @description Let all charges of the sandbox provider go the same way, until `none` is asked for.
         */
        post: operations["set_scenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tracks
         * @description The caller's walks that have begun, newest first.
         */
        get: operations["list_tracks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracks/{track_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Track
         * @description The smoothed line of a walk, of one under way as far as it has come.
         */
        get: operations["get_track"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracks/{track_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Track Stats
         * @description How far, how long, how sure: with the interval, the coverage and the reasons for gaps.
         */
        get: operations["get_track_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Users
         * @description People by a part of their name, e-mail or phone, the newest first.
         */
        get: operations["search_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User Card
         * @description What anybody signed in may see of a person.
         */
        get: operations["get_user_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change User
         * @description Suspend, reinstate, give and take roles; every change is in the audit log.
         */
        patch: operations["change_user"];
        trace?: never;
    };
    "/api/v1/users/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Who changed whose rights, the newest first.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Blocks
         * @description Whom the caller has blocked, the last one first.
         */
        get: operations["list_blocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/blocks/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add Block
         * @description Do not meet this person any more, in search, orders or chat.
         */
        put: operations["add_block"];
        post?: never;
        /**
         * Remove Block
         * @description Lift the caller's own block; the other one's stays.
         */
        delete: operations["remove_block"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/favorites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Favorites
         * @description The caller's favourite walkers, the last added first.
         */
        get: operations["list_favorites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/favorites/{walker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add Favorite
         * @description Have this walker asked first.
         */
        put: operations["add_favorite"];
        post?: never;
        /**
         * Remove Favorite
         * @description Not a favourite any more.
         */
        delete: operations["remove_favorite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Profile
         * @description The caller's own profile.
         */
        get: operations["get_profile"];
        /**
         * Replace Profile
         * @description Replace the profile; a new e-mail needs `current_password` and must be proved anew.
         */
        put: operations["replace_profile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Profile
         * @description Change some of the profile; a new e-mail needs `current_password` and must be proved anew.
         */
        patch: operations["change_profile"];
        trace?: never;
    };
    "/api/v1/users/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Verification
         * @description How far the caller's verification has come.
         */
        get: operations["get_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Verifications
         * @description The reviewers' queue, the oldest first.
         */
        get: operations["list_verifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verifications/{verification_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Verification
         * @description Let the walker in, for a year.
         */
        post: operations["approve_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verifications/{verification_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Verification
         * @description Turn the documents down; the walker may hand in others.
         */
        post: operations["reject_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verifications/{verification_id}/request-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Documents
         * @description Ask the walker for something else; `reason` tells him what.
         */
        post: operations["ask_for_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verifications/{verification_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Up Verification
         * @description Begin to look at the documents: the walker sees that.
         */
        post: operations["take_up_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/verify-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand In Documents
         * @description Hand in documents of one kind; more kinds join the same case until it is decided.
         */
        post: operations["hand_in_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Walkers
         * @description Who could walk such animals there and then (without `at`: now), nearest first.
         */
        get: operations["search_walkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers/{walker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Walker Card
         * @description A walker as anybody may see him.
         */
        get: operations["get_walker_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Own Walker
         * @description The caller's own profile as a walker.
         */
        get: operations["get_own_walker"];
        /**
         * Replace Own Walker
         * @description Set the profile. The first time makes a client a walker too: his token is `token_stale` then.
         */
        put: operations["replace_own_walker"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Availability
         * @description When the caller walks, in his own time zone.
         */
        put: operations["set_availability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers/me/offline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go Offline
         * @description No walks that begin now; those booked stay.
         */
        post: operations["go_offline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walkers/me/online": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go Online
         * @description Ready for walks that begin now.
         */
        post: operations["go_online"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get My Wallet
         * @description What the caller can spend, and what is set aside for his orders.
         */
        get: operations["get_my_wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/me/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Statement
         * @description What went in and out of the caller's wallet, with the balances before and after (UTC).
         */
        get: operations["get_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/me/topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Topups
         * @description The caller's top-ups, newest first.
         */
        get: operations["list_my_topups"];
        put?: never;
        /**
         * Top Up
         * @description Charge the token and put the money into the wallet.
         *
         *     `requires_action`: the person must confirm at `confirmation_url`. `reconciling`: the provider's
         *     answer was lost; the top-up settles by itself. The same `Idempotency-Key` gives the same top-up, as
         *     it stands by then.
         */
        post: operations["top_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/me/topups/{topup_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get My Topup
         * @description How far a top-up has come.
         */
        get: operations["get_my_topup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/me/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Transactions
         * @description Every movement in or out, newest first.
         */
        get: operations["list_my_transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer
         * @description Send money to another person's wallet, at once and for good.
         */
        post: operations["transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["chat_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["chat_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["chat_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chat-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["chat_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The gateway answers; `services` tells what it last heard of the others.
         */
        get: operations["api_gateway_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["api_gateway_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/location-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["location_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/location-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["location_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/location-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["location_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/location-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["location_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["media_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["media_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["media_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["media_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["notification_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["notification_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["notification_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["notification_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["order_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["order_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["order_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["order_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["payment_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["payment_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["payment_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["payment_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pet-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["pet_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pet-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["pet_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pet-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["pet_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pet-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["pet_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-service/api/v1/operations/dead-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Events
         * @description Events whose handler failed to the last attempt, oldest first.
         */
        get: operations["user_list_dead_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-service/api/v1/operations/dead-events/{event_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Dead Event
         * @description Handle it again, in one transaction; when it fails again it stays where it is.
         */
        post: operations["user_replay_dead_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-service/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description The process answers.
         */
        get: operations["user_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-service/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Each dependency by name: `ok`, or what is wrong with it.
         */
        get: operations["user_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessLog
         * @description `rotation_advised`: somebody has read a code that is still in use; it was given at `given_at`.
         */
        AccessLog: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Items */
            items: components["schemas"]["RevealRead"][];
            /** Rotation Advised */
            rotation_advised: boolean;
        };
        /** AccessNotes */
        AccessNotes: {
            /** Access Notes */
            access_notes: string | null;
        };
        /** AccountRead */
        AccountRead: {
            /** Allow Negative */
            allow_negative: boolean;
            /** Available */
            available: number;
            /** Balance */
            balance: number;
            /** Currency */
            currency: string;
            /** Held */
            held: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Owner Id */
            owner_id: string | null;
            /**
             * Owner Kind
             * @enum {string}
             */
            owner_kind: "user" | "platform";
        };
        /**
         * AdjustmentCreate
         * @description `amount` goes into the wallet when it is positive, out of it when it is negative.
         */
        AdjustmentCreate: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Reason */
            reason: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** AdjustmentRead */
        AdjustmentRead: {
            /** Amount */
            amount: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposed By
             * Format: uuid
             */
            proposed_by: string;
            /** Reason */
            reason: string;
            status: components["schemas"]["AdjustmentState"];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * AdjustmentState
         * @enum {string}
         */
        AdjustmentState: "proposed" | "posted" | "rejected";
        /**
         * Aggregation
         * @enum {string}
         */
        Aggregation: "count" | "sum" | "avg" | "min" | "max" | "unique" | "percentile";
        /**
         * AlertKind
         * @enum {string}
         */
        AlertKind: "geofence" | "signal_lost" | "long_stop" | "vehicle" | "battery" | "separation" | "lost_dog" | "sos";
        /**
         * AlertRead
         * @description `what` says which of its kind it is: a geofence's `enter` or `exit`.
         */
        AlertRead: {
            /** Acknowledged At */
            acknowledged_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Geofence Id */
            geofence_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["AlertKind"];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            severity: components["schemas"]["Severity"];
            /** What */
            what: string;
        };
        /**
         * AnalyticsLineRead
         * @description `total` is the aggregate over the whole range: of an average not the sum of the points.
         */
        AnalyticsLineRead: {
            /** Group */
            group: string | null;
            /** Points */
            points: components["schemas"]["PointRead"][];
            /** Total */
            total: number | null;
        };
        /** AnalyticsSeriesRead */
        AnalyticsSeriesRead: {
            /** Currency */
            currency: string | null;
            /** Formula */
            formula: string;
            /**
             * From
             * Format: date-time
             */
            from: string;
            granularity: components["schemas"]["Granularity"];
            /** Group By */
            group_by: string | null;
            /** Metric */
            metric: string;
            /** Series */
            series: components["schemas"]["AnalyticsLineRead"][];
            /** Timezone */
            timezone: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
            unit: components["schemas"]["Unit"];
        };
        /**
         * Announcement
         * @description A message in the words of a template; without `channels` on those of its kind.
         */
        Announcement: {
            /** Channels */
            channels?: components["schemas"]["Channel"][] | null;
            /**
             * Params
             * @default {}
             */
            params?: {
                [key: string]: unknown;
            };
            /** Send At */
            send_at?: string | null;
            /** Template Key */
            template_key: string;
            /** User Ids */
            user_ids: string[];
        };
        /** AnnouncementReceipt */
        AnnouncementReceipt: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** People */
            people: number;
        };
        /** Approval */
        Approval: {
            /** Reason */
            reason?: string | null;
        };
        /**
         * AskedRead
         * @description A walker who was asked; his factors, each from 0 to 10000, give his score again.
         */
        AskedRead: {
            /** Distance M */
            distance_m: number;
            /** Factors */
            factors: {
                [key: string]: number;
            };
            /** Outcome */
            outcome: string;
            /** Round */
            round: number;
            /** Score */
            score: number;
            /**
             * Walker Id
             * Format: uuid
             */
            walker_id: string;
            /** Wave */
            wave: number;
        };
        /** Assertion */
        Assertion: {
            /** Authenticatordata */
            authenticatorData: string;
            /** Clientdatajson */
            clientDataJSON: string;
            /** Signature */
            signature: string;
            /** Userhandle */
            userHandle?: string | null;
        };
        /**
         * AtDoor
         * @description `pin` where the client asked for one.
         */
        AtDoor: {
            /** Accuracy M */
            accuracy_m?: number | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Pin */
            pin?: string | null;
        };
        /**
         * AtFinish
         * @description The walker says where he is; support, who may finish from anywhere, says why.
         */
        AtFinish: {
            /** Accuracy M */
            accuracy_m?: number | null;
            /**
             * Checklist
             * @default {}
             */
            checklist?: {
                [key: string]: boolean;
            };
            early_finish?: components["schemas"]["EarlyFinish"] | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /** Reason */
            reason?: string | null;
        };
        /** Attestation */
        Attestation: {
            /** Attestationobject */
            attestationObject: string;
            /** Clientdatajson */
            clientDataJSON: string;
            /** Transports */
            transports?: string[] | null;
        };
        /** AuditRead */
        AuditRead: {
            /** Action */
            action: string;
            /** Actor Id */
            actor_id: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            };
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string | null;
            /** Request Id */
            request_id: string | null;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
        };
        /** Availability */
        Availability: {
            /**
             * Exceptions
             * @default []
             */
            exceptions?: components["schemas"]["AvailabilityException"][];
            /** Timezone */
            timezone: string;
            /**
             * Weekly
             * @default []
             */
            weekly?: components["schemas"]["WeeklyHours"][];
        };
        /**
         * AvailabilityException
         * @description Another plan for one date: all day when the hours are absent.
         */
        AvailabilityException: {
            /** Available */
            available: boolean;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** End */
            end?: string | null;
            /** Start */
            start?: string | null;
        };
        /** BatchTaken */
        BatchTaken: {
            /** Duplicates */
            duplicates: number;
            /** Stored */
            stored: number;
        };
        /**
         * BlobStatus
         * @enum {string}
         */
        BlobStatus: "processing" | "ready" | "failed";
        /** Body_get_token */
        Body_get_token: {
            /** Password */
            password: string;
            /** Totp Code */
            totp_code?: string | null;
            /** Username */
            username: string;
        };
        /** BreedRead */
        BreedRead: {
            /** Name */
            name: string;
            /** Name Ru */
            name_ru: string;
            size: components["schemas"]["PetSize"];
        };
        /** Breeds */
        Breeds: {
            /** Items */
            items: components["schemas"]["BreedRead"][];
        };
        /**
         * CalendarRead
         * @description The path of the feed on this platform; its token is shown only now.
         */
        CalendarRead: {
            /** Path */
            path: string;
        };
        /** CancellationFee */
        CancellationFee: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
        };
        /**
         * CancelOrder
         * @description `fee_amount` is heeded from support alone: the client's fee is the market's.
         */
        CancelOrder: {
            /**
             * Fee Amount
             * @default 0
             */
            fee_amount?: number;
            /** Reason */
            reason: string;
        };
        /** CareCardRead */
        CareCardRead: {
            /** Allergies */
            allergies: components["schemas"]["CareRecord"][];
            /** Birth Date */
            birth_date: string | null;
            /** Breed */
            breed: string | null;
            /** Emergency Contact */
            emergency_contact: string | null;
            /** Feeding */
            feeding: string | null;
            /** Medication */
            medication: components["schemas"]["CareRecord"][];
            /** Name */
            name: string;
            /**
             * Pet Id
             * Format: uuid
             */
            pet_id: string;
            photo: components["schemas"]["PhotoRead"] | null;
            sex: components["schemas"]["Sex"] | null;
            size: components["schemas"]["PetSize"];
            /** Special Needs */
            special_needs: string | null;
            species: components["schemas"]["Species"];
            /** Temperament */
            temperament: string[];
            vet: components["schemas"]["Vet"] | null;
            /** Weight Kg */
            weight_kg: number | null;
        };
        /** CareRecord */
        CareRecord: {
            /** Dosage */
            dosage: string | null;
            /** Notes */
            notes: string | null;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * Category
         * @enum {string}
         */
        Category: "orders" | "offers" | "messages" | "payments" | "pets" | "account" | "safety" | "work" | "marketing";
        /**
         * ChangeRead
         * @description What the record said until then.
         */
        ChangeRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            };
            /**
             * Changed By
             * Format: uuid
             */
            changed_by: string;
        };
        /** Changes */
        Changes: {
            /** Items */
            items: components["schemas"]["ChangeRead"][];
        };
        /**
         * Channel
         * @enum {string}
         */
        Channel: "inbox" | "email" | "sms" | "push" | "webpush" | "telegram" | "webhook";
        /**
         * ChatCreate
         * @description A direct chat has one other participant; a support chat needs none.
         */
        ChatCreate: {
            /**
             * Participant Ids
             * @default []
             */
            participant_ids?: string[];
            /** Title */
            title?: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "direct" | "group" | "support";
        };
        /** ChatPatch */
        ChatPatch: {
            /** Muted */
            muted?: boolean | null;
            /** Title */
            title?: string | null;
        };
        /**
         * ChatRead
         * @description `unread` counts what others wrote after the caller's mark; `closes_at` ends the writing.
         */
        ChatRead: {
            /**
             * Active At
             * Format: date-time
             */
            active_at: string;
            /** Closes At */
            closes_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            last_message: components["schemas"]["MessageRead"] | null;
            /** Last Seq */
            last_seq: number;
            /** Muted */
            muted: boolean;
            /** Order Id */
            order_id: string | null;
            /** Participants */
            participants: components["schemas"]["ParticipantRead"][];
            /** Title */
            title: string | null;
            type: components["schemas"]["ChatType"];
            /** Unread */
            unread: number;
            /** Writable */
            writable: boolean;
        };
        /**
         * ChatReportRead
         * @description `copy_of_messages` is what was written lately, frozen at the report.
         */
        ChatReportRead: {
            /**
             * Chat Id
             * Format: uuid
             */
            chat_id: string;
            /** Comment */
            comment: string | null;
            /** Copy Of Messages */
            copy_of_messages: {
                [key: string]: unknown;
            }[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            reason: components["schemas"]["ReportReason"];
            /**
             * Reported Id
             * Format: uuid
             */
            reported_id: string;
            /**
             * Reporter Id
             * Format: uuid
             */
            reporter_id: string;
        };
        /**
         * ChatType
         * @enum {string}
         */
        ChatType: "direct" | "group" | "support" | "order";
        /** CircleShape */
        CircleShape: {
            center: components["schemas"]["Point"];
            /** Radius M */
            radius_m: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "circle";
        };
        /** CodeEntry */
        CodeEntry: {
            /** Code */
            code: string;
        };
        /**
         * Condition
         * @description Only events whose property is so; `exists` takes no value, `in` takes a list.
         */
        Condition: {
            /**
             * Op
             * @enum {string}
             */
            op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "exists";
            /** Property */
            property: string;
            /** Value */
            value?: boolean | number | string | (boolean | number | string)[] | null;
        };
        /**
         * Confirmation
         * @description Who has no password must have signed in a moment ago instead.
         */
        Confirmation: {
            /** Current Password */
            current_password?: string | null;
        };
        /** ContactAttemptCreate */
        ContactAttemptCreate: {
            /** Accuracy M */
            accuracy_m?: number | null;
            channel: components["schemas"]["ContactChannel"];
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Pin */
            pin?: string | null;
        };
        /** ContactAttemptRead */
        ContactAttemptRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            channel: components["schemas"]["ContactChannel"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Proof */
            proof: string;
        };
        /**
         * ContactChannel
         * @enum {string}
         */
        ContactChannel: "doorbell" | "call" | "message";
        /** ContextRead */
        ContextRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            type: components["schemas"]["ContextType"];
        };
        /**
         * ContextType
         * @enum {string}
         */
        ContextType: "user" | "pet" | "order" | "chat" | "verification" | "dispute";
        /**
         * CreditRead
         * @description What the client does not pay of a walk that was too short: `amount` of the price, in minor units.
         */
        CreditRead: {
            /** Amount */
            amount: number;
            /** Booked S */
            booked_s: number;
            /** Delivered S */
            delivered_s: number;
        };
        /** CurrencyBalance */
        CurrencyBalance: {
            /** Currency */
            currency: string;
            /** Is Balanced */
            is_balanced: boolean;
            /** Kinds */
            kinds: components["schemas"]["KindTotal"][];
            /** Total */
            total: number;
        };
        /** DeadEvent */
        DeadEvent: {
            /** Attempts */
            attempts: number;
            /** Error */
            error: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /**
             * Failed At
             * Format: date-time
             */
            failed_at: string;
        };
        /** Deliveries */
        Deliveries: {
            /** Items */
            items: components["schemas"]["DeliveryRead"][];
        };
        /**
         * DeliveryRead
         * @description `reason` says why it failed or was held back: `muted`, `no_provider`, `no_address`, `bounced`, ...
         */
        DeliveryRead: {
            /** Attempts */
            attempts: number;
            channel: components["schemas"]["Channel"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider Answer */
            provider_answer: string | null;
            /** Reason */
            reason: string | null;
            /** Sent At */
            sent_at: string | null;
            state: components["schemas"]["DeliveryState"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * DeliveryState
         * @enum {string}
         */
        DeliveryState: "queued" | "sent" | "delivered" | "opened" | "clicked" | "failed" | "suppressed";
        /**
         * DestinationCreate
         * @description `token` is what the provider knows the account or card by, never its number. With `sandbox` it is one of
         *     `dest_success`, `dest_refused`, `dest_timeout`, `dest_late_refusal`, `dest_unheard`.
         */
        DestinationCreate: {
            /** Label */
            label: string;
            /** Provider */
            provider: string;
            /** Token */
            token: string;
        };
        /** DestinationList */
        DestinationList: {
            /** Items */
            items: components["schemas"]["DestinationRead"][];
        };
        /**
         * DestinationRead
         * @description Payouts leave from `usable_from` on.
         */
        DestinationRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Provider */
            provider: string;
            /**
             * Usable From
             * Format: date-time
             */
            usable_from: string;
        };
        /**
         * Direction
         * @description Whether more is better, or less.
         * @enum {string}
         */
        Direction: "higher" | "lower";
        /**
         * DisputeCreate
         * @description `media_ids`: the caller's own pictures and papers; both sides and support see them.
         */
        DisputeCreate: {
            /**
             * Media Ids
             * @default []
             */
            media_ids?: string[];
            /** Reason */
            reason: string;
        };
        /**
         * DisputeRead
         * @description `base` is what the decision divides; `number` 2 is the appeal.
         */
        DisputeRead: {
            /** Base */
            base: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media Ids */
            media_ids: string[];
            /** Note */
            note: string | null;
            /** Number */
            number: number;
            /** Opened By */
            opened_by: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Reason */
            reason: string;
            /** Refund Amount */
            refund_amount: number | null;
            /** Resolved At */
            resolved_at: string | null;
        };
        /**
         * DisputeResolve
         * @description `refund_amount`: all that goes back to the client, minor units; `note`: why, for both to read.
         */
        DisputeResolve: {
            /** Note */
            note: string;
            /** Refund Amount */
            refund_amount: number;
        };
        /** Disputes */
        Disputes: {
            /** Items */
            items: components["schemas"]["DisputeRead"][];
        };
        /**
         * DocumentKind
         * @enum {string}
         */
        DocumentKind: "receipt" | "credit_note";
        /** DocumentLine */
        DocumentLine: {
            /** Amount */
            amount: number;
            /**
             * Code
             * @enum {string}
             */
            code: "service" | "tip" | "tax" | "discount";
        };
        /** DocumentsCreate */
        DocumentsCreate: {
            document_type: components["schemas"]["DocumentType"];
            /** Media Ids */
            media_ids: string[];
        };
        /**
         * DocumentType
         * @enum {string}
         */
        DocumentType: "passport" | "driver_license" | "id_card" | "selfie" | "certificate";
        /**
         * EarlyFinish
         * @description Why a walk ended early with nobody to blame; both sides see it, and the client can dispute it.
         * @enum {string}
         */
        EarlyFinish: "heat" | "storm" | "dog_unwell" | "client_asked";
        /** Earning */
        Earning: {
            /** Amount */
            amount: number;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * EntryRead
         * @description One journal: its lines sum to zero in each currency.
         */
        EntryRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Lines */
            lines: components["schemas"]["PaymentLineRead"][];
            /** Reference */
            reference: string | null;
        };
        /** EventBatch */
        EventBatch: {
            /** Events */
            events: components["schemas"]["EventReport"][];
        };
        /**
         * EventKind
         * @enum {string}
         */
        EventKind: "user" | "system" | "business" | "error";
        /** EventRead */
        EventRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Key */
            key: string;
            kind: components["schemas"]["EventKind"];
            /** Name */
            name: string;
            /** Order Id */
            order_id: string | null;
            /** Properties */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** User Id */
            user_id: string | null;
        };
        /**
         * EventReport
         * @description `event_id` is the writer's own: the same one again is ignored.
         */
        EventReport: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** @default user */
            kind?: components["schemas"]["EventKind"];
            /** Name */
            name: string;
            /**
             * Properties
             * @default {}
             */
            properties?: {
                [key: string]: unknown;
            };
            /** User Id */
            user_id?: string | null;
        };
        /**
         * ExplanationRead
         * @description The quote replayed from the rule version and the inputs it was made with, and what would change it.
         */
        ExplanationRead: {
            /** Amount */
            amount: number;
            /** Inputs */
            inputs: {
                [key: string]: unknown;
            };
            /** Lines */
            lines: components["schemas"]["OrderLineRead"][];
            /** Market */
            market: string;
            /**
             * Quote Id
             * Format: uuid
             */
            quote_id: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** What If */
            what_if: components["schemas"]["WhatIfRead"][];
        };
        /** FieldError */
        FieldError: {
            /** Code */
            code: string;
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /** Forgotten */
        Forgotten: {
            /** Email */
            email: string;
        };
        /**
         * Funding
         * @description Who gives up the discount; the walker never does.
         * @enum {string}
         */
        Funding: "platform" | "commission";
        /** FunnelRead */
        FunnelRead: {
            /**
             * Definition
             * @default Of the orders placed in the range, those that have come to a step through all before it
             */
            definition?: string;
            /**
             * From
             * Format: date-time
             */
            from: string;
            /** Steps */
            steps: components["schemas"]["FunnelStepRead"][];
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * FunnelStepRead
         * @description Shares of the first step and of the one before; null while there is none to divide by.
         */
        FunnelStepRead: {
            /** Event */
            event: string;
            /** Of First */
            of_first: number | null;
            /** Of Previous */
            of_previous: number | null;
            /** Orders */
            orders: number;
        };
        /** GapRead */
        GapRead: {
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
            reason: components["schemas"]["GapReason"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
        };
        /**
         * GapReason
         * @enum {string}
         */
        GapReason: "no_signal" | "coarse" | "vehicle";
        /**
         * GatewayLiveness
         * @description Alive whatever the services do; their line each is beside.
         */
        GatewayLiveness: {
            /** Service */
            service: string;
            /** Services */
            services: {
                [key: string]: "up" | "down" | "unknown";
            };
            /**
             * Status
             * @default ok
             * @constant
             */
            status?: "ok";
            /** Version */
            version: string;
        };
        /** GatewayStatistics */
        GatewayStatistics: {
            /** Errors */
            errors: number;
            /** In Flight */
            in_flight: number;
            /** Items */
            items: components["schemas"]["RouteRead"][];
            /** Next Cursor */
            next_cursor?: null;
            /** Requests */
            requests: number;
        };
        /**
         * GeofenceCreate
         * @description `applies_to` names walks (order ids); empty, it watches every walk of the owner.
         */
        GeofenceCreate: {
            /**
             * Applies To
             * @default []
             */
            applies_to?: string[];
            kind: components["schemas"]["GeofenceKind"];
            /** Name */
            name: string;
            /**
             * Notify On
             * @default [
             *       "enter",
             *       "exit"
             *     ]
             */
            notify_on?: ("enter" | "exit")[];
            /** Shape */
            shape: components["schemas"]["CircleShape"] | components["schemas"]["PolygonShape"];
        };
        /**
         * GeofenceKind
         * @enum {string}
         */
        GeofenceKind: "safe_zone" | "forbidden" | "pickup";
        /** GeofencePatch */
        GeofencePatch: {
            /** Applies To */
            applies_to?: string[] | null;
            kind?: components["schemas"]["GeofenceKind"] | null;
            /** Name */
            name?: string | null;
            /** Notify On */
            notify_on?: ("enter" | "exit")[] | null;
            /** Shape */
            shape?: (components["schemas"]["CircleShape"] | components["schemas"]["PolygonShape"]) | null;
        };
        /** GeofenceRead */
        GeofenceRead: {
            /** Applies To */
            applies_to: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["GeofenceKind"];
            /** Name */
            name: string;
            /** Notify On */
            notify_on: ("enter" | "exit")[];
            /** Shape */
            shape: components["schemas"]["CircleShape"] | components["schemas"]["PolygonShape"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * Granularity
         * @enum {string}
         */
        Granularity: "hour" | "day" | "week" | "month";
        /** IncidentClose */
        IncidentClose: {
            /** Resolution */
            resolution: string;
        };
        /**
         * IncidentCreate
         * @description Without `pet_ids` no dog was concerned; without `at` it is now.
         */
        IncidentCreate: {
            /** At */
            at?: string | null;
            /** Description */
            description: string;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /**
             * Media Ids
             * @default []
             */
            media_ids?: string[];
            /**
             * People
             * @default []
             */
            people?: string[];
            /**
             * Pet Ids
             * @default []
             */
            pet_ids?: string[];
            severity: components["schemas"]["Severity"];
            type: components["schemas"]["IncidentKind"];
        };
        /**
         * IncidentKind
         * @enum {string}
         */
        IncidentKind: "injury_dog" | "injury_person" | "escape" | "bite" | "damage" | "illness" | "conduct" | "unfinished_walk" | "other";
        /** IncidentNoteCreate */
        IncidentNoteCreate: {
            /** Text */
            text: string;
        };
        /** IncidentNoteRead */
        IncidentNoteRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Author */
            author: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Text */
            text: string;
        };
        /**
         * IncidentRead
         * @description `respond_by`: when support has answered at the latest; null once it has.
         */
        IncidentRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed At */
            closed_at: string | null;
            /** Description */
            description: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Media Ids */
            media_ids: string[];
            /** Notes */
            notes: components["schemas"]["IncidentNoteRead"][];
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** People */
            people: string[];
            /** Pet Ids */
            pet_ids: string[];
            /** Reported By */
            reported_by: string;
            /** Respond By */
            respond_by: string | null;
            severity: components["schemas"]["Severity"];
            state: components["schemas"]["IncidentState"];
            type: components["schemas"]["IncidentKind"];
        };
        /** Incidents */
        Incidents: {
            /** Items */
            items: components["schemas"]["IncidentRead"][];
        };
        /**
         * IncidentState
         * @enum {string}
         */
        IncidentState: "open" | "in_progress" | "closed";
        /** KindTotal */
        KindTotal: {
            /** Accounts */
            accounts: number;
            /** Balance */
            balance: number;
            /** Held */
            held: number;
            /** Kind */
            kind: string;
        };
        /** KpiCreate */
        KpiCreate: {
            /** At Risk */
            at_risk?: number | null;
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** @default higher */
            direction?: components["schemas"]["Direction"];
            /** Key */
            key: string;
            /** Metric */
            metric: string;
            /** Per */
            per?: string | null;
            /** Target */
            target?: number | null;
            /** Title */
            title: string;
            /**
             * Window Days
             * @default 30
             */
            window_days?: number;
        };
        /**
         * KpiFacts
         * @description The metric over the last `window_days`, divided by the metric `per` when there is one.
         *     Beyond `target` it is on track, beyond `at_risk` at risk, else off track.
         */
        KpiFacts: {
            /** At Risk */
            at_risk?: number | null;
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** @default higher */
            direction?: components["schemas"]["Direction"];
            /** Metric */
            metric: string;
            /** Per */
            per?: string | null;
            /** Target */
            target?: number | null;
            /** Title */
            title: string;
            /**
             * Window Days
             * @default 30
             */
            window_days?: number;
        };
        /**
         * KpiRead
         * @description `status` is null while there is no value or no target; `trend` holds the value against the window before.
         */
        KpiRead: {
            /** At Risk */
            at_risk?: number | null;
            /** Currency */
            currency: string | null;
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** @default higher */
            direction?: components["schemas"]["Direction"];
            /** Formula */
            formula: string;
            /** Is Built In */
            is_built_in: boolean;
            /** Key */
            key: string;
            /** Metric */
            metric: string;
            /** Per */
            per?: string | null;
            /** Previous */
            previous: number | null;
            status: components["schemas"]["KpiStatus"] | null;
            /** Target */
            target?: number | null;
            /** Title */
            title: string;
            trend: components["schemas"]["Trend"] | null;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
            /** Version */
            version: number;
            /**
             * Window Days
             * @default 30
             */
            window_days?: number;
        };
        /**
         * KpiStatus
         * @enum {string}
         */
        KpiStatus: "on_track" | "at_risk" | "off_track";
        /** LineString */
        LineString: {
            /** Coordinates */
            coordinates: [
                number,
                number
            ][];
            /**
             * Type
             * @default LineString
             * @constant
             */
            type?: "LineString";
        };
        /** Liveness */
        Liveness: {
            /** Service */
            service: string;
            /** Status */
            status: string;
            /** Version */
            version: string;
        };
        /**
         * LocationRejection
         * @enum {string}
         */
        LocationRejection: "null_island" | "future" | "too_old";
        /**
         * Login
         * @description `totp_code`: of the authenticator app, or one of the recovery codes.
         */
        Login: {
            /** Email */
            email: string;
            /** Password */
            password: string;
            /** Totp Code */
            totp_code?: string | null;
        };
        /** MarketCreate */
        MarketCreate: {
            /** Area */
            area?: {
                [key: string]: unknown;
            } | null;
            /**
             * Cancellation Tiers
             * @default [
             *       {
             *         "fee_bp": 0,
             *         "hours_before": 24
             *       },
             *       {
             *         "fee_bp": 5000,
             *         "hours_before": 0
             *       }
             *     ]
             */
            cancellation_tiers?: components["schemas"]["Tier"][];
            /** Code */
            code: string;
            /**
             * Commission Bp
             * @default 1500
             */
            commission_bp?: number;
            /** Currency */
            currency: string;
            /**
             * Holidays
             * @default []
             */
            holidays?: string[];
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Minutes Credit
             * @default false
             */
            minutes_credit?: boolean;
            /** Name */
            name: string;
            /**
             * @default {
             *       "delay_days": 2,
             *       "minimum": 0
             *     }
             */
            payout?: components["schemas"]["Payout"];
            /**
             * Surge Cap Bp
             * @default 15000
             */
            surge_cap_bp?: number;
            /**
             * Tax Bp
             * @default 0
             */
            tax_bp?: number;
            /**
             * Tax Included
             * @default false
             */
            tax_included?: boolean;
            /** Timezone */
            timezone: string;
            /**
             * Vaccination Gate
             * @default false
             */
            vaccination_gate?: boolean;
        };
        /** MarketFacts */
        MarketFacts: {
            /** Area */
            area?: {
                [key: string]: unknown;
            } | null;
            /**
             * Cancellation Tiers
             * @default [
             *       {
             *         "fee_bp": 0,
             *         "hours_before": 24
             *       },
             *       {
             *         "fee_bp": 5000,
             *         "hours_before": 0
             *       }
             *     ]
             */
            cancellation_tiers?: components["schemas"]["Tier"][];
            /**
             * Commission Bp
             * @default 1500
             */
            commission_bp?: number;
            /** Currency */
            currency: string;
            /**
             * Holidays
             * @default []
             */
            holidays?: string[];
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Minutes Credit
             * @default false
             */
            minutes_credit?: boolean;
            /** Name */
            name: string;
            /**
             * @default {
             *       "delay_days": 2,
             *       "minimum": 0
             *     }
             */
            payout?: components["schemas"]["Payout"];
            /**
             * Surge Cap Bp
             * @default 15000
             */
            surge_cap_bp?: number;
            /**
             * Tax Bp
             * @default 0
             */
            tax_bp?: number;
            /**
             * Tax Included
             * @default false
             */
            tax_included?: boolean;
            /** Timezone */
            timezone: string;
            /**
             * Vaccination Gate
             * @default false
             */
            vaccination_gate?: boolean;
        };
        /** MarketRead */
        MarketRead: {
            /** Area */
            area?: {
                [key: string]: unknown;
            } | null;
            /**
             * Cancellation Tiers
             * @default [
             *       {
             *         "fee_bp": 0,
             *         "hours_before": 24
             *       },
             *       {
             *         "fee_bp": 5000,
             *         "hours_before": 0
             *       }
             *     ]
             */
            cancellation_tiers?: components["schemas"]["Tier"][];
            /** Code */
            code: string;
            /**
             * Commission Bp
             * @default 1500
             */
            commission_bp?: number;
            /** Currency */
            currency: string;
            /**
             * Holidays
             * @default []
             */
            holidays?: string[];
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Minutes Credit
             * @default false
             */
            minutes_credit?: boolean;
            /** Name */
            name: string;
            /**
             * @default {
             *       "delay_days": 2,
             *       "minimum": 0
             *     }
             */
            payout?: components["schemas"]["Payout"];
            /**
             * Surge Cap Bp
             * @default 15000
             */
            surge_cap_bp?: number;
            /**
             * Tax Bp
             * @default 0
             */
            tax_bp?: number;
            /**
             * Tax Included
             * @default false
             */
            tax_included?: boolean;
            /** Timezone */
            timezone: string;
            /**
             * Vaccination Gate
             * @default false
             */
            vaccination_gate?: boolean;
            /** Version */
            version: number;
        };
        /**
         * MatchRead
         * @description Why this walker: the weights (of 100), and everybody asked, in the order of asking.
         */
        MatchRead: {
            /** Asked */
            asked: components["schemas"]["AskedRead"][];
            /** Requested Walker Id */
            requested_walker_id: string | null;
            /** Walker Id */
            walker_id: string | null;
            /** Weights */
            weights: {
                [key: string]: number;
            };
        };
        /** MediaPatch */
        MediaPatch: {
            /** Tags */
            tags?: string[] | null;
            visibility?: components["schemas"]["Visibility"] | null;
        };
        /**
         * MediaRead
         * @description Sizes in pixels as looked at; `placeholder` is a ThumbHash; `variants` name → path, of pictures.
         */
        MediaRead: {
            /** Content Url */
            content_url: string;
            context: components["schemas"]["ContextRead"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Filename */
            filename: string;
            /** Height */
            height: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media Type */
            media_type: string;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
            /** Placeholder */
            placeholder: string | null;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            status: components["schemas"]["BlobStatus"];
            /** Tags */
            tags: string[];
            /** Variants */
            variants: {
                [key: string]: string;
            };
            visibility: components["schemas"]["Visibility"];
            /** Width */
            width: number | null;
        };
        /**
         * MedicalFacts
         * @description Files of `media_ids` must be the caller's own and attached nowhere else.
         */
        MedicalFacts: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Dosage */
            dosage?: string | null;
            /** Expires At */
            expires_at?: string | null;
            /**
             * Media Ids
             * @default []
             */
            media_ids?: string[];
            /** Notes */
            notes?: string | null;
            /** Title */
            title: string;
            type: components["schemas"]["MedicalType"];
            /** Vet */
            vet?: string | null;
        };
        /** MedicalRead */
        MedicalRead: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Dosage */
            dosage: string | null;
            /** Expires At */
            expires_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media Ids */
            media_ids: string[];
            /** Notes */
            notes: string | null;
            /**
             * Pet Id
             * Format: uuid
             */
            pet_id: string;
            /** Title */
            title: string;
            type: components["schemas"]["MedicalType"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** Vet */
            vet: string | null;
        };
        /** MedicalRecords */
        MedicalRecords: {
            /** Items */
            items: components["schemas"]["MedicalRead"][];
        };
        /**
         * MedicalType
         * @enum {string}
         */
        MedicalType: "vaccination" | "medication" | "allergy" | "surgery" | "visit" | "test" | "note";
        /**
         * MessageCreate
         * @description `client_message_id` is made by the sender and stays the same however often he sends it.
         */
        MessageCreate: {
            /**
             * Attachments
             * @default []
             */
            attachments?: string[];
            /** Client Message Id */
            client_message_id: string;
            location?: components["schemas"]["Point"] | null;
            /** Reply To */
            reply_to?: string | null;
            /** Text */
            text?: string | null;
        };
        /** MessagePatch */
        MessagePatch: {
            /** Text */
            text: string;
        };
        /**
         * MessageRead
         * @description A deleted message keeps its place and nothing else; the platform's own lines have a `card`.
         */
        MessageRead: {
            /** Attachments */
            attachments: string[];
            /** Card */
            card: {
                [key: string]: unknown;
            } | null;
            /**
             * Chat Id
             * Format: uuid
             */
            chat_id: string;
            /** Client Message Id */
            client_message_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Deleted At */
            deleted_at: string | null;
            /** Edited At */
            edited_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            location: components["schemas"]["Point"] | null;
            /** Reply To */
            reply_to: string | null;
            /** Sender Id */
            sender_id: string | null;
            /** Seq */
            seq: number;
            /** Text */
            text: string | null;
        };
        /**
         * Messages
         * @description Oldest first. `next_cursor` is the seq to ask on with, in the direction that was asked for.
         */
        Messages: {
            /** Items */
            items: components["schemas"]["MessageRead"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** MetricCreate */
        MetricCreate: {
            aggregation: components["schemas"]["Aggregation"];
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** Event */
            event: string;
            /**
             * Filters
             * @default []
             */
            filters?: components["schemas"]["Condition"][];
            /** Followed By */
            followed_by?: string | null;
            /** Key */
            key: string;
            /** @default business */
            kind?: components["schemas"]["EventKind"];
            /** Percentile */
            percentile?: number | null;
            /** Property */
            property?: string | null;
            /** Since */
            since?: string | null;
            /** Title */
            title: string;
            /** @default count */
            unit?: components["schemas"]["Unit"];
        };
        /**
         * MetricFacts
         * @description `since`: the value is `elapsed_s`, the seconds since the latest such event of the same order.
         *     `followed_by`: only events that such an event of the same order follows.
         */
        MetricFacts: {
            aggregation: components["schemas"]["Aggregation"];
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** Event */
            event: string;
            /**
             * Filters
             * @default []
             */
            filters?: components["schemas"]["Condition"][];
            /** Followed By */
            followed_by?: string | null;
            /** @default business */
            kind?: components["schemas"]["EventKind"];
            /** Percentile */
            percentile?: number | null;
            /** Property */
            property?: string | null;
            /** Since */
            since?: string | null;
            /** Title */
            title: string;
            /** @default count */
            unit?: components["schemas"]["Unit"];
        };
        /** MetricRead */
        MetricRead: {
            aggregation: components["schemas"]["Aggregation"];
            /**
             * Definition
             * @default
             */
            definition?: string;
            /** Event */
            event: string;
            /**
             * Filters
             * @default []
             */
            filters?: components["schemas"]["Condition"][];
            /** Followed By */
            followed_by?: string | null;
            /** Formula */
            formula: string;
            /** Is Built In */
            is_built_in: boolean;
            /** Key */
            key: string;
            /** @default business */
            kind?: components["schemas"]["EventKind"];
            /** Percentile */
            percentile?: number | null;
            /** Property */
            property?: string | null;
            /** Since */
            since?: string | null;
            /** Title */
            title: string;
            /** @default count */
            unit?: components["schemas"]["Unit"];
            /** Version */
            version: number;
        };
        /**
         * Move
         * @description `time` says which one when there are several on that day.
         */
        Move: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Scheduled At
             * Format: date-time
             */
            scheduled_at: string;
            /** Time */
            time?: string | null;
        };
        /** NearbyList */
        NearbyList: {
            /** Items */
            items: components["schemas"]["NearbyRead"][];
        };
        /**
         * NearbyRead
         * @description A walker nearby. Others see him to about a hundred metres; `distance_m` likewise.
         */
        NearbyRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Distance M */
            distance_m: number;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** NewCredential */
        NewCredential: {
            /** Id */
            id: string;
            /** Rawid */
            rawId: string;
            response: components["schemas"]["Attestation"];
            /**
             * Type
             * @constant
             */
            type: "public-key";
        };
        /** NewPasskey */
        NewPasskey: {
            credential: components["schemas"]["NewCredential"];
            /** Name */
            name: string;
        };
        /**
         * NotificationRead
         * @description `data` holds the ids of what it is about: `order_id`, `chat_id`, ...
         */
        NotificationRead: {
            /** Body */
            body: string;
            /** Category */
            category: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: string;
            };
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Read At */
            read_at: string | null;
            /** Title */
            title: string;
        };
        /**
         * OccurrenceRead
         * @description `original_at` is the local time that the rule means and the key of this one; `starts_at` follows a move.
         */
        OccurrenceRead: {
            /** Order Id */
            order_id: string | null;
            /**
             * Original At
             * Format: date-time
             */
            original_at: string;
            /** Reason */
            reason: string | null;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** State */
            state: string;
        };
        /**
         * OfferRead
         * @description What a walker may accept: his earnings, how far it is, how long he has.
         */
        OfferRead: {
            /** Currency */
            currency: string;
            /** Distance M */
            distance_m: number;
            /** Duration Minutes */
            duration_minutes: number;
            /** Earnings */
            earnings: number;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Asap */
            is_asap: boolean;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Pets */
            pets: components["schemas"]["OrderPetRead"][];
            pickup: components["schemas"]["Point"];
            /**
             * Scheduled At
             * Format: date-time
             */
            scheduled_at: string;
            /**
             * Service Type
             * @enum {string}
             */
            service_type: "walk" | "drop_in" | "sitting" | "training";
        };
        /** Offers */
        Offers: {
            /** Items */
            items: components["schemas"]["OfferRead"][];
        };
        /** OrderCreate */
        OrderCreate: {
            /** Access Notes */
            access_notes?: string | null;
            /**
             * Home Safe
             * @default false
             */
            home_safe?: boolean;
            /** Notes */
            notes?: string | null;
            /**
             * Payment Method
             * @default wallet
             */
            payment_method?: string;
            /**
             * Quote Id
             * Format: uuid
             */
            quote_id: string;
            /**
             * Require Pin
             * @default false
             */
            require_pin?: boolean;
            /** Walker Id */
            walker_id?: string | null;
        };
        /**
         * OrderLineRead
         * @description `tax` is this line's part of the tax: within `amount` where prices include it, else beside it.
         */
        OrderLineRead: {
            /** Amount */
            amount: number;
            /** Code */
            code: string;
            /**
             * Tax
             * @default 0
             */
            tax?: number;
            /** Title */
            title: string;
        };
        /**
         * OrderPatch
         * @description Only what is given changes: another time, another length, other notes.
         */
        OrderPatch: {
            /** Duration Minutes */
            duration_minutes?: number | null;
            /** Notes */
            notes?: string | null;
            /** Scheduled At */
            scheduled_at?: string | null;
        };
        /** OrderPaymentRead */
        OrderPaymentRead: {
            /** Confirmation Url */
            confirmation_url?: string | null;
            /** Status */
            status: string;
        };
        /** OrderPetRead */
        OrderPetRead: {
            /** Name */
            name: string;
            /**
             * Pet Id
             * Format: uuid
             */
            pet_id: string;
            /** Size */
            size: string;
        };
        /**
         * OrderRead
         * @description `start_pin` only for the client, who gives it to the walker; access notes for nobody.
         */
        OrderRead: {
            /** Allowed Actions */
            allowed_actions: string[];
            /** Amount */
            amount: number;
            /** Arrived At */
            arrived_at: string | null;
            /** Chat Id */
            chat_id: string | null;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Duration Minutes */
            duration_minutes: number;
            /** Ended Reason */
            ended_reason: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Finished At */
            finished_at: string | null;
            /** Has Access Notes */
            has_access_notes: boolean;
            /** Home Safe */
            home_safe: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: components["schemas"]["OrderLineRead"][];
            /** Market */
            market: string;
            /** Notes */
            notes: string | null;
            payment: components["schemas"]["OrderPaymentRead"];
            /** Payment Method */
            payment_method: string;
            /** Pets */
            pets: components["schemas"]["OrderPetRead"][];
            pickup: components["schemas"]["Pickup"];
            /** Requested Walker Id */
            requested_walker_id: string | null;
            /**
             * Scheduled At
             * Format: date-time
             */
            scheduled_at: string;
            /** Series Id */
            series_id: string | null;
            /**
             * Service Type
             * @enum {string}
             */
            service_type: "walk" | "drop_in" | "sitting" | "training";
            /** Start Pin */
            start_pin: string | null;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["OrderStatus"];
            /** Tipped */
            tipped: number;
            /** Track Id */
            track_id: string | null;
            /** Version */
            version: number;
            /** Walker Id */
            walker_id: string | null;
        };
        /**
         * OrderReportRead
         * @description The distance lies between `low_m` and `high_m`; null while the track is still being finished.
         */
        OrderReportRead: {
            /** Average Speed */
            average_speed: number | null;
            /** Coverage */
            coverage: number | null;
            credit: components["schemas"]["CreditRead"] | null;
            /** Distance M */
            distance_m: number | null;
            /** Duration S */
            duration_s: number;
            early_finish: components["schemas"]["EarlyFinish"] | null;
            /** Events */
            events: components["schemas"]["WalkEventRead"][];
            /**
             * Finished At
             * Format: date-time
             */
            finished_at: string;
            /** Gaps */
            gaps: {
                [key: string]: unknown;
            }[];
            /** High M */
            high_m: number | null;
            /** Low M */
            low_m: number | null;
            /** Moving S */
            moving_s: number | null;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Photos */
            photos: string[];
            /** Revision */
            revision: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Track */
            track: {
                [key: string]: unknown;
            } | null;
        };
        /** OrderSeriesRead */
        OrderSeriesRead: {
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /** Home Safe */
            home_safe: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Notes */
            notes: string | null;
            /** Pause Reason */
            pause_reason: string | null;
            /** Paused From */
            paused_from: string | null;
            /** Paused Until */
            paused_until: string | null;
            /** Payment Method */
            payment_method: string;
            /** Pet Ids */
            pet_ids: string[];
            pickup: components["schemas"]["Pickup"];
            /** Require Pin */
            require_pin: boolean;
            /** Rrule */
            rrule: string;
            /**
             * Service Type
             * @enum {string}
             */
            service_type: "walk" | "drop_in" | "sitting" | "training";
            /** State */
            state: string;
            /** Timezone */
            timezone: string;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
            /** Walker Id */
            walker_id: string | null;
        };
        /**
         * OrderStatus
         * @enum {string}
         */
        OrderStatus: "awaiting_payment" | "searching" | "assigned" | "en_route" | "in_progress" | "completed" | "settled" | "payment_failed" | "expired" | "cancelled" | "no_show" | "disputed";
        /** Page[AccountRead] */
        Page_AccountRead_: {
            /** Items */
            items: components["schemas"]["AccountRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[AdjustmentRead] */
        Page_AdjustmentRead_: {
            /** Items */
            items: components["schemas"]["AdjustmentRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[AlertRead] */
        Page_AlertRead_: {
            /** Items */
            items: components["schemas"]["AlertRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[AuditRead] */
        Page_AuditRead_: {
            /** Items */
            items: components["schemas"]["AuditRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ChatRead] */
        Page_ChatRead_: {
            /** Items */
            items: components["schemas"]["ChatRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[EntryRead] */
        Page_EntryRead_: {
            /** Items */
            items: components["schemas"]["EntryRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[EventRead] */
        Page_EventRead_: {
            /** Items */
            items: components["schemas"]["EventRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[GeofenceRead] */
        Page_GeofenceRead_: {
            /** Items */
            items: components["schemas"]["GeofenceRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[IncidentRead] */
        Page_IncidentRead_: {
            /** Items */
            items: components["schemas"]["IncidentRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[KpiRead] */
        Page_KpiRead_: {
            /** Items */
            items: components["schemas"]["KpiRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MarketRead] */
        Page_MarketRead_: {
            /** Items */
            items: components["schemas"]["MarketRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MediaRead] */
        Page_MediaRead_: {
            /** Items */
            items: components["schemas"]["MediaRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[MetricRead] */
        Page_MetricRead_: {
            /** Items */
            items: components["schemas"]["MetricRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[NotificationRead] */
        Page_NotificationRead_: {
            /** Items */
            items: components["schemas"]["NotificationRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[OrderRead] */
        Page_OrderRead_: {
            /** Items */
            items: components["schemas"]["OrderRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PaymentRead] */
        Page_PaymentRead_: {
            /** Items */
            items: components["schemas"]["PaymentPaymentRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PayoutRead] */
        Page_PayoutRead_: {
            /** Items */
            items: components["schemas"]["PayoutRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PetRead] */
        Page_PetRead_: {
            /** Items */
            items: components["schemas"]["PetPetRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PricingRuleRead] */
        Page_PricingRuleRead_: {
            /** Items */
            items: components["schemas"]["PricingRuleRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[PromoRead] */
        Page_PromoRead_: {
            /** Items */
            items: components["schemas"]["PromoRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ReportRead] */
        Page_ReportRead_: {
            /** Items */
            items: components["schemas"]["ChatReportRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[ReviewRead] */
        Page_ReviewRead_: {
            /** Items */
            items: components["schemas"]["ReviewRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[SeriesRead] */
        Page_SeriesRead_: {
            /** Items */
            items: components["schemas"]["OrderSeriesRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TemplateRead] */
        Page_TemplateRead_: {
            /** Items */
            items: components["schemas"]["TemplateRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TopupRead] */
        Page_TopupRead_: {
            /** Items */
            items: components["schemas"]["TopupRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TrackRead] */
        Page_TrackRead_: {
            /** Items */
            items: components["schemas"]["TrackRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[TransactionRead] */
        Page_TransactionRead_: {
            /** Items */
            items: components["schemas"]["TransactionRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[UserCard] */
        Page_UserCard_: {
            /** Items */
            items: components["schemas"]["UserCard"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[UserRead] */
        Page_UserRead_: {
            /** Items */
            items: components["schemas"]["UserRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[VerificationRead] */
        Page_VerificationRead_: {
            /** Items */
            items: components["schemas"]["VerificationRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[WalkerCard] */
        Page_WalkerCard_: {
            /** Items */
            items: components["schemas"]["WalkerCard"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[WalkerFound] */
        Page_WalkerFound_: {
            /** Items */
            items: components["schemas"]["WalkerFound"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** Page[WalkEventRead] */
        Page_WalkEventRead_: {
            /** Items */
            items: components["schemas"]["WalkEventRead"][];
            /** Next Cursor */
            next_cursor?: string | null;
        };
        /** ParticipantAdd */
        ParticipantAdd: {
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * ParticipantRead
         * @description The name is missing only while the platform has not told it yet.
         */
        ParticipantRead: {
            /** Avatar Media Id */
            avatar_media_id: string | null;
            /** Display Name */
            display_name: string | null;
            /** Last Read Seq */
            last_read_seq: number;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** PasskeyChange */
        PasskeyChange: {
            /** Name */
            name: string;
        };
        /** PasskeyLogin */
        PasskeyLogin: {
            credential: components["schemas"]["UsedCredential"];
        };
        /**
         * PasskeyOptions
         * @description For `navigator.credentials`, as `PublicKeyCredential.parse…OptionsFromJSON` takes them.
         */
        PasskeyOptions: {
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * PasskeyRead
         * @description `is_backed_up`: kept by an account of the device's maker, so that it outlives the device.
         */
        PasskeyRead: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Backed Up */
            is_backed_up: boolean;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
        };
        /** Passkeys */
        Passkeys: {
            /** Items */
            items: components["schemas"]["PasskeyRead"][];
        };
        /** PasswordChange */
        PasswordChange: {
            /** Current Password */
            current_password?: string | null;
            /** New Password */
            new_password: string;
        };
        /** PasswordReset */
        PasswordReset: {
            /** Code */
            code: string;
            /** Email */
            email: string;
            /** New Password */
            new_password: string;
        };
        /**
         * Pause
         * @description Days of the series' zone, both included; without `from`: today, without `until`: until it is resumed.
         */
        Pause: {
            /** From */
            from?: string | null;
            /** Until */
            until?: string | null;
        };
        /** PaymentDetail */
        PaymentDetail: {
            /** Amount */
            amount: number;
            /** Captured */
            captured: number;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Failure Code */
            failure_code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["PaymentKind"];
            /** Method */
            method: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Refunded */
            refunded: number;
            /**
             * Refunds
             * @default []
             */
            refunds?: components["schemas"]["RefundRead"][];
            /** Released */
            released: number;
            status: components["schemas"]["PaymentState"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Walker Id */
            walker_id: string | null;
        };
        /**
         * PaymentDocumentRead
         * @description `number` is without a gap for each entity and kind; the lines sum to the amount.
         */
        PaymentDocumentRead: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Entity */
            entity: string;
            /** Fiscal Id */
            fiscal_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            kind: components["schemas"]["DocumentKind"];
            /** Lines */
            lines: components["schemas"]["DocumentLine"][];
            /** Number */
            number: number;
        };
        /**
         * PaymentKind
         * @enum {string}
         */
        PaymentKind: "order" | "tip";
        /** PaymentLineRead */
        PaymentLineRead: {
            /** Account Id */
            account_id: number;
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Kind */
            kind: string;
            /** Owner Id */
            owner_id: string | null;
        };
        /**
         * PaymentPaymentRead
         * @description `captured` has been taken, `released` has been let go, `refunded` came back of what was taken.
         */
        PaymentPaymentRead: {
            /** Amount */
            amount: number;
            /** Captured */
            captured: number;
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Failure Code */
            failure_code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["PaymentKind"];
            /** Method */
            method: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Refunded */
            refunded: number;
            /** Released */
            released: number;
            status: components["schemas"]["PaymentState"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Walker Id */
            walker_id: string | null;
        };
        /** PaymentRejection */
        PaymentRejection: {
            /** Reason */
            reason: string;
        };
        /**
         * PaymentState
         * @enum {string}
         */
        PaymentState: "requires_action" | "reconciling" | "authorized" | "captured" | "partially_refunded" | "refunded" | "voided" | "failed";
        /** Payout */
        Payout: {
            /**
             * Delay Days
             * @default 2
             */
            delay_days?: number;
            /**
             * Minimum
             * @default 0
             */
            minimum?: number;
        };
        /** PayoutCreate */
        PayoutCreate: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /**
             * Destination
             * Format: uuid
             */
            destination: string;
            /**
             * Instant
             * @default false
             */
            instant?: boolean;
        };
        /**
         * PayoutRead
         * @description `amount` leaves the wallet, `fee` of it stays with the platform, the rest arrives on `expected_on`.
         */
        PayoutRead: {
            /** Amount */
            amount: number;
            /** Approvals */
            approvals: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /**
             * Destination
             * Format: uuid
             */
            destination: string;
            /**
             * Expected On
             * Format: date
             */
            expected_on: string;
            /** Failure Code */
            failure_code: string | null;
            /** Fee */
            fee: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Instant */
            instant: boolean;
            /** Provider */
            provider: string;
            /** Reason */
            reason: string | null;
            /** Sent At */
            sent_at: string | null;
            /** Settled At */
            settled_at: string | null;
            status: components["schemas"]["PayoutState"];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * PayoutState
         * @enum {string}
         */
        PayoutState: "requested" | "approved" | "sent" | "reconciling" | "paid" | "rejected" | "failed";
        /**
         * PetFacts
         * @description Without `size` it follows from the weight, else from the breed.
         */
        PetFacts: {
            /** Birth Date */
            birth_date?: string | null;
            /** Breed */
            breed?: string | null;
            /** Emergency Contact */
            emergency_contact?: string | null;
            /** Feeding */
            feeding?: string | null;
            /** Microchip Id */
            microchip_id?: string | null;
            /** Name */
            name: string;
            /** Neutered */
            neutered?: boolean | null;
            sex?: components["schemas"]["Sex"] | null;
            size?: components["schemas"]["PetSize"] | null;
            /** Special Needs */
            special_needs?: string | null;
            /** @default dog */
            species?: components["schemas"]["Species"];
            /**
             * Tags
             * @default {}
             */
            tags?: {
                [key: string]: string;
            };
            /**
             * Temperament
             * @default []
             */
            temperament?: string[];
            vet?: components["schemas"]["Vet"] | null;
            /** Weight Kg */
            weight_kg?: number | null;
        };
        /**
         * PetPatch
         * @description Only what is named changes; null takes it away.
         */
        PetPatch: {
            /** Birth Date */
            birth_date?: string | null;
            /** Breed */
            breed?: string | null;
            /** Emergency Contact */
            emergency_contact?: string | null;
            /** Feeding */
            feeding?: string | null;
            /** Microchip Id */
            microchip_id?: string | null;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Neutered */
            neutered?: boolean | null;
            sex?: components["schemas"]["Sex"] | null;
            size?: components["schemas"]["PetSize"] | null;
            /** Special Needs */
            special_needs?: string | null;
            /** @default dog */
            species?: components["schemas"]["Species"];
            /**
             * Tags
             * @default {}
             */
            tags?: {
                [key: string]: string;
            };
            /**
             * Temperament
             * @default []
             */
            temperament?: string[];
            vet?: components["schemas"]["Vet"] | null;
            /** Weight Kg */
            weight_kg?: number | null;
        };
        /**
         * PetPetRead
         * @description With `view: walker` chip, vet, contacts and tags are kept back: the care card has what is needed.
         */
        PetPetRead: {
            /** Archived */
            archived: boolean;
            /** Birth Date */
            birth_date: string | null;
            /** Breed */
            breed: string | null;
            /** Co Owner Ids */
            co_owner_ids: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Emergency Contact */
            emergency_contact: string | null;
            /** Feeding */
            feeding: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Microchip Id */
            microchip_id: string | null;
            /** Name */
            name: string;
            /** Neutered */
            neutered: boolean | null;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
            photo: components["schemas"]["PhotoRead"] | null;
            sex: components["schemas"]["Sex"] | null;
            size: components["schemas"]["PetSize"];
            /** Special Needs */
            special_needs: string | null;
            species: components["schemas"]["Species"];
            /** Tags */
            tags: {
                [key: string]: string;
            } | null;
            /** Temperament */
            temperament: string[];
            /** Version */
            version: number;
            vet: components["schemas"]["Vet"] | null;
            view: components["schemas"]["View"];
            /** Weight Kg */
            weight_kg: number | null;
        };
        /**
         * PetSize
         * @enum {string}
         */
        PetSize: "small" | "medium" | "large" | "giant";
        /** PhoneCodeRequest */
        PhoneCodeRequest: {
            /** Phone */
            phone: string;
        };
        /** PhoneLogin */
        PhoneLogin: {
            /** Code */
            code: string;
            /** Phone */
            phone: string;
            /** Totp Code */
            totp_code?: string | null;
        };
        /** PhotoRead */
        PhotoRead: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Primary */
            is_primary: boolean;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /** Preview Url */
            preview_url: string;
            /** Thumbnail Url */
            thumbnail_url: string;
        };
        /** Photos */
        Photos: {
            /** Items */
            items: components["schemas"]["PhotoRead"][];
        };
        /** Pickup */
        Pickup: {
            /**
             * Address
             * @default
             */
            address?: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
        };
        /** Point */
        Point: {
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
        };
        /**
         * PointCreate
         * @description One fix. `at` by the phone's clock; `accuracy_m` the radius of 68 %; `battery` a share from 0 to 1.
         */
        PointCreate: {
            /** Accuracy M */
            accuracy_m?: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Battery */
            battery?: number | null;
            /** Heading */
            heading?: number | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Seq */
            seq?: number | null;
            /** Speed Mps */
            speed_mps?: number | null;
        };
        /** PointRead */
        PointRead: {
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Value */
            value: number | null;
        };
        /**
         * PointsAccepted
         * @description The batch is durable. `accepted` counts repeated points too; `rejected` were stored aside as nonsense.
         */
        PointsAccepted: {
            /** Accepted */
            accepted: number;
            /** Rejected */
            rejected: components["schemas"]["RejectedRead"][];
        };
        /**
         * PointsCreate
         * @description A batch; the same `device_id` and `seq` again are ignored. Without `seq` the point's time numbers it.
         */
        PointsCreate: {
            /**
             * Device Id
             * @default default
             */
            device_id?: string;
            /** Points */
            points: components["schemas"]["PointCreate"][];
        };
        /**
         * PolygonShape
         * @description GeoJSON: the outer ring, then holes; longitude first.
         */
        PolygonShape: {
            /** Coordinates */
            coordinates: [
                number,
                number
            ][][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Polygon";
        };
        /**
         * PositionRead
         * @description A last point; `track_id` is the walk under way that lets the caller see it.
         */
        PositionRead: {
            /** Accuracy M */
            accuracy_m: number | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Battery */
            battery: number | null;
            /** Heading */
            heading: number | null;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Speed Mps */
            speed_mps: number | null;
            /** Track Id */
            track_id?: string | null;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** PreferencesRead */
        PreferencesRead: {
            /** Categories */
            categories: {
                [key: string]: {
                    [key: string]: boolean;
                };
            };
            /** Locale */
            locale: string;
            quiet_hours: components["schemas"]["QuietHours"] | null;
            /** Timezone */
            timezone: string;
        };
        /**
         * PreferencesWrite
         * @description What is not named is wanted; `timezone` and `locale` are the profile's when absent.
         */
        PreferencesWrite: {
            /**
             * Categories
             * @default {}
             */
            categories?: {
                [key: string]: {
                    [key: string]: boolean;
                };
            };
            /** Locale */
            locale?: string | null;
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /** Timezone */
            timezone?: string | null;
        };
        /** Preview */
        Preview: {
            /** Body */
            body: string;
            /** Subject */
            subject: string;
        };
        /**
         * PreviewRequest
         * @description Samples stand in for variables that are not given.
         */
        PreviewRequest: {
            /**
             * Params
             * @default {}
             */
            params?: {
                [key: string]: unknown;
            };
            /**
             * Timezone
             * @default UTC
             */
            timezone?: string;
        };
        /**
         * PricingBody
         * @description All amounts in the market's minor units, all shares in basis points.
         */
        PricingBody: {
            /**
             * Base
             * @description minutes → price
             */
            base: {
                [key: string]: number;
            };
            /** Extra Dog */
            extra_dog: number;
            /**
             * Holiday Bp
             * @default 0
             */
            holiday_bp?: number;
            /**
             * Last Minute Bp
             * @default 0
             */
            last_minute_bp?: number;
            /**
             * Last Minute Hours
             * @default 2
             */
            last_minute_hours?: number;
            /**
             * Night Bp
             * @default 0
             */
            night_bp?: number;
            /**
             * Night Hours
             * @description local: from, to
             * @default [
             *       22,
             *       6
             *     ]
             */
            night_hours?: [
                number,
                number
            ];
            /**
             * Puppy
             * @default 0
             */
            puppy?: number;
            /** Service */
            service: {
                [key: string]: number;
            };
            /**
             * Size
             * @default {}
             */
            size?: {
                [key: string]: number;
            };
            /**
             * Surge
             * @default []
             */
            surge?: components["schemas"]["SurgeStep"][];
            /**
             * Weekend Bp
             * @default 0
             */
            weekend_bp?: number;
        };
        /**
         * PricingRuleCreate
         * @description `valid_from` absent: from now on. After `valid_until` not even changes of old orders are priced by it.
         */
        PricingRuleCreate: {
            body: components["schemas"]["PricingBody"];
            /**
             * Market
             * @default default
             */
            market?: string;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /** PricingRuleRead */
        PricingRuleRead: {
            /** Body */
            body: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Market */
            market: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
            /** Version */
            version: number;
        };
        /**
         * Problem
         * @description RFC 9457, with a stable `code`.
         */
        Problem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Errors
             * @default null
             */
            errors?: components["schemas"]["FieldError"][] | null;
            /** Instance */
            instance: string;
            /**
             * Request Id
             * @default null
             */
            request_id?: string | null;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProfilePatch
         * @description What is absent stays as it is.
         */
        ProfilePatch: {
            /** Avatar Media Id */
            avatar_media_id?: string | null;
            /** Current Password */
            current_password?: string | null;
            /** Email */
            email?: string | null;
            /**
             * Full Name
             * @default
             */
            full_name?: string;
            /**
             * Locale
             * @default
             */
            locale?: string;
            /** Phone */
            phone?: string | null;
            /**
             * Timezone
             * @default
             */
            timezone?: string;
        };
        /**
         * ProfileReplace
         * @description What is absent is emptied; e-mail, locale and time zone stay as they are.
         */
        ProfileReplace: {
            /** Avatar Media Id */
            avatar_media_id?: string | null;
            /** Current Password */
            current_password?: string | null;
            /** Email */
            email?: string | null;
            /** Full Name */
            full_name: string;
            /** Locale */
            locale?: string | null;
            /** Phone */
            phone?: string | null;
            /** Timezone */
            timezone?: string | null;
        };
        /** PromoCreate */
        PromoCreate: {
            /**
             * Amount
             * @default 0
             */
            amount?: number;
            /** At Most */
            at_most?: number | null;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /**
             * First Order Only
             * @default false
             */
            first_order_only?: boolean;
            /** @default platform */
            funded_by?: components["schemas"]["Funding"];
            /** Market */
            market?: string | null;
            /** Max Amount */
            max_amount?: number | null;
            /** Max Uses */
            max_uses?: number | null;
            /**
             * Minimum
             * @default 0
             */
            minimum?: number;
            /**
             * Percent Bp
             * @default 0
             */
            percent_bp?: number;
            /**
             * Uses Per User
             * @default 1
             */
            uses_per_user?: number;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * PromoFacts
         * @description A share of the price (`percent_bp`, at most `at_most`) or a fixed `amount`; budgets absent: no limit.
         */
        PromoFacts: {
            /**
             * Amount
             * @default 0
             */
            amount?: number;
            /** At Most */
            at_most?: number | null;
            /** Currency */
            currency: string;
            /**
             * First Order Only
             * @default false
             */
            first_order_only?: boolean;
            /** @default platform */
            funded_by?: components["schemas"]["Funding"];
            /** Market */
            market?: string | null;
            /** Max Amount */
            max_amount?: number | null;
            /** Max Uses */
            max_uses?: number | null;
            /**
             * Minimum
             * @default 0
             */
            minimum?: number;
            /**
             * Percent Bp
             * @default 0
             */
            percent_bp?: number;
            /**
             * Uses Per User
             * @default 1
             */
            uses_per_user?: number;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
        };
        /**
         * PromoRead
         * @description `used_count` and `used_amount` count orders that have not ended without a walk.
         */
        PromoRead: {
            /**
             * Amount
             * @default 0
             */
            amount?: number;
            /** At Most */
            at_most?: number | null;
            /** Code */
            code: string;
            /** Currency */
            currency: string;
            /**
             * First Order Only
             * @default false
             */
            first_order_only?: boolean;
            /** @default platform */
            funded_by?: components["schemas"]["Funding"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Archived */
            is_archived: boolean;
            /** Market */
            market?: string | null;
            /** Max Amount */
            max_amount?: number | null;
            /** Max Uses */
            max_uses?: number | null;
            /**
             * Minimum
             * @default 0
             */
            minimum?: number;
            /** Owner Id */
            owner_id: string | null;
            /**
             * Percent Bp
             * @default 0
             */
            percent_bp?: number;
            /** Used Amount */
            used_amount: number;
            /** Used Count */
            used_count: number;
            /**
             * Uses Per User
             * @default 1
             */
            uses_per_user?: number;
            /** Valid From */
            valid_from?: string | null;
            /** Valid Until */
            valid_until?: string | null;
            /** Version */
            version: number;
        };
        /**
         * PublicKey
         * @description Of RSA (`n`, `e`) or Ed25519 (`crv`, `x`).
         */
        PublicKey: {
            /** Alg */
            alg: string;
            /** Crv */
            crv?: string | null;
            /** E */
            e?: string | null;
            /** Kid */
            kid: string;
            /**
             * Kty
             * @enum {string}
             */
            kty: "RSA" | "OKP";
            /** N */
            n?: string | null;
            /**
             * Use
             * @constant
             */
            use: "sig";
            /** X */
            x?: string | null;
        };
        /** PublicKeys */
        PublicKeys: {
            /** Keys */
            keys: components["schemas"]["PublicKey"][];
        };
        /** Question */
        Question: {
            /** Reason */
            reason: string;
        };
        /**
         * QuietHours
         * @description By the reader's own clock; from 22:00 to 08:00 goes over midnight.
         */
        QuietHours: {
            /**
             * From
             * Format: time
             */
            from: string;
            /**
             * To
             * Format: time
             */
            to: string;
        };
        /**
         * QuoteRead
         * @description The lines sum to the amount, in minor units.
         */
        QuoteRead: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Lines */
            lines: components["schemas"]["OrderLineRead"][];
            /**
             * Quote Id
             * Format: uuid
             */
            quote_id: string;
            /** Surge Multiplier */
            surge_multiplier: number;
            /** Tax */
            tax: number;
            /** Tax Included */
            tax_included: boolean;
        };
        /**
         * QuoteRequest
         * @description `scheduled_at` null means as soon as possible.
         */
        QuoteRequest: {
            /** Duration Minutes */
            duration_minutes: number;
            /** Pet Ids */
            pet_ids: string[];
            pickup: components["schemas"]["Pickup"];
            /** Promo Code */
            promo_code?: string | null;
            /** Scheduled At */
            scheduled_at?: string | null;
            /**
             * Service Type
             * @default walk
             * @enum {string}
             */
            service_type?: "walk" | "drop_in" | "sitting" | "training";
        };
        /** ReadCount */
        ReadCount: {
            /** Read */
            read: number;
        };
        /** Readiness */
        Readiness: {
            /** Dependencies */
            dependencies: {
                [key: string]: string;
            };
            /** Status */
            status: string;
        };
        /** ReadMark */
        ReadMark: {
            /** Seq */
            seq: number;
        };
        /** ReceiptRead */
        ReceiptRead: {
            /** Amount */
            amount: number;
            /**
             * Credit Notes
             * @default []
             */
            credit_notes?: components["schemas"]["PaymentDocumentRead"][];
            /** Currency */
            currency: string;
            /** Entity */
            entity: string;
            /** Fiscal Id */
            fiscal_id: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            kind: components["schemas"]["DocumentKind"];
            /** Lines */
            lines: components["schemas"]["DocumentLine"][];
            /** Number */
            number: number;
        };
        /**
         * RecoveryCodes
         * @description Each opens once in place of the app's code; they are never shown again.
         */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /** Refresh */
        Refresh: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * RefundCreate
         * @description Without `amount` all that is left is refunded.
         */
        RefundCreate: {
            /** Amount */
            amount?: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * RefundRead
         * @description `route` is `wallet`, or where else it goes; it is there on `expected_on` at the latest.
         */
        RefundRead: {
            /** Amount */
            amount: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /**
             * Expected On
             * Format: date
             */
            expected_on: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Reason */
            reason: string;
            /** Route */
            route: string;
            status: components["schemas"]["RefundState"];
        };
        /**
         * RefundState
         * @enum {string}
         */
        RefundState: "sent" | "arrived" | "failed";
        /** Registration */
        Registration: {
            /**
             * Email
             * Format: email
             */
            email: string;
            /** Full Name */
            full_name: string;
            /** Locale */
            locale?: string | null;
            /** Password */
            password: string;
            /** Phone */
            phone?: string | null;
            /**
             * Referred By
             * @description the id of who brought this person
             */
            referred_by?: string | null;
            /**
             * Role
             * @default client
             * @enum {string}
             */
            role?: "client" | "walker";
            /** Timezone */
            timezone?: string | null;
        };
        /** RejectedRead */
        RejectedRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            reason: components["schemas"]["LocationRejection"];
            /** Seq */
            seq: number;
        };
        /** ReportCreate */
        ReportCreate: {
            /** Comment */
            comment?: string | null;
            reason: components["schemas"]["ReportReason"];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * ReportReason
         * @enum {string}
         */
        ReportReason: "abuse" | "spam" | "fraud" | "off_platform" | "other";
        /** ReportReceipt */
        ReportReceipt: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /** RevealRead */
        RevealRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Distance M */
            distance_m: number;
            /** Outcome */
            outcome: string;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** ReviewCreate */
        ReviewCreate: {
            /** Comment */
            comment?: string | null;
            /** Rating */
            rating: number;
            /**
             * Tags
             * @default []
             */
            tags?: string[];
        };
        /**
         * ReviewRead
         * @description Of a removed one only the reason is left.
         */
        ReviewRead: {
            /**
             * Author Id
             * Format: uuid
             */
            author_id: string;
            /** Comment */
            comment: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /** Rating */
            rating: number | null;
            /** Removed Reason */
            removed_reason: string | null;
            /** Replied At */
            replied_at: string | null;
            /** Reply */
            reply: string | null;
            /** Revealed At */
            revealed_at: string | null;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Tags */
            tags: string[];
        };
        /**
         * ReviewRemoval
         * @description `reason` is shown in place of the review.
         */
        ReviewRemoval: {
            /** Reason */
            reason: string;
        };
        /** ReviewReply */
        ReviewReply: {
            /** Text */
            text: string;
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "client" | "walker" | "support" | "moderator" | "finance" | "admin";
        /**
         * RouteRead
         * @description Since this process began; milliseconds.
         */
        RouteRead: {
            /** Errors */
            errors: number;
            /** In Flight */
            in_flight: number;
            /** Method */
            method: string;
            /** P50 Ms */
            p50_ms: number | null;
            /** P95 Ms */
            p95_ms: number | null;
            /** P99 Ms */
            p99_ms: number | null;
            /** Requests */
            requests: number;
            /** Route */
            route: string;
            /** Service */
            service: string;
        };
        /** RoutingRule */
        RoutingRule: {
            /** Path */
            path: string;
            /** Service */
            service: string;
        };
        /** RoutingRules */
        RoutingRules: {
            /** Items */
            items: components["schemas"]["RoutingRule"][];
            /** Next Cursor */
            next_cursor?: null;
        };
        /** ScenarioRead */
        ScenarioRead: {
            /** Scenario */
            scenario: string;
        };
        /**
         * ScenarioWrite
         * @description A token that all charges behave by, whatever theirs is; `none` lets each go by its own.
         */
        ScenarioWrite: {
            /**
             * Scenario
             * @enum {string}
             */
            scenario: "none" | "tok_success" | "tok_declined" | "tok_insufficient" | "tok_3ds" | "tok_timeout";
        };
        /**
         * SeriesCreate
         * @description An RRULE (RFC 5545) of days, weeks or months in local time; `scheduled_at` is its first moment.
         *
         *     09:00 stays 09:00 when the clocks change; a time left out by the change is shifted forward by the gap, one
         *     that comes twice is the first. `until` is the last day. Each walk has its own price, made when it is booked.
         */
        SeriesCreate: {
            /** Access Notes */
            access_notes?: string | null;
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * Home Safe
             * @default false
             */
            home_safe?: boolean;
            /** Notes */
            notes?: string | null;
            /**
             * Payment Method
             * @default wallet
             */
            payment_method?: string;
            /** Pet Ids */
            pet_ids: string[];
            pickup: components["schemas"]["Pickup"];
            /** Promo Code */
            promo_code?: string | null;
            /**
             * Require Pin
             * @default false
             */
            require_pin?: boolean;
            /** Rrule */
            rrule: string;
            /**
             * Scheduled At
             * Format: date-time
             */
            scheduled_at: string;
            /**
             * Service Type
             * @default walk
             * @enum {string}
             */
            service_type?: "walk" | "drop_in" | "sitting" | "training";
            /** Timezone */
            timezone: string;
            /** Until */
            until?: string | null;
            /** Walker Id */
            walker_id?: string | null;
        };
        /**
         * SeriesDetail
         * @description With what comes in the next four weeks.
         */
        SeriesDetail: {
            /** Duration Minutes */
            duration_minutes: number;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /** Home Safe */
            home_safe: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Notes */
            notes: string | null;
            /** Occurrences */
            occurrences: components["schemas"]["OccurrenceRead"][];
            /** Pause Reason */
            pause_reason: string | null;
            /** Paused From */
            paused_from: string | null;
            /** Paused Until */
            paused_until: string | null;
            /** Payment Method */
            payment_method: string;
            /** Pet Ids */
            pet_ids: string[];
            pickup: components["schemas"]["Pickup"];
            /** Require Pin */
            require_pin: boolean;
            /** Rrule */
            rrule: string;
            /**
             * Service Type
             * @enum {string}
             */
            service_type: "walk" | "drop_in" | "sitting" | "training";
            /** State */
            state: string;
            /** Timezone */
            timezone: string;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
            /** Walker Id */
            walker_id: string | null;
        };
        /**
         * SeriesPatch
         * @description Only what is given changes, from the next walk on.
         */
        SeriesPatch: {
            /** Duration Minutes */
            duration_minutes?: number | null;
            /** Notes */
            notes?: string | null;
            /** Payment Method */
            payment_method?: string | null;
            /** Pet Ids */
            pet_ids?: string[] | null;
            /** Rrule */
            rrule?: string | null;
            /**
             * Starts At
             * @description local time of day
             */
            starts_at?: string | null;
            /** Until */
            until?: string | null;
            /** Walker Id */
            walker_id?: string | null;
        };
        /** ServiceLine */
        ServiceLine: {
            /** Name */
            name: string;
            /**
             * Status
             * @enum {string}
             */
            status: "up" | "down" | "unknown";
        };
        /**
         * ServiceLines
         * @description For operators each service with all that is known, for others its name and whether it is up.
         */
        ServiceLines: {
            /** Items */
            items: (components["schemas"]["ServiceRead"] | components["schemas"]["ServiceLine"])[];
            /** Next Cursor */
            next_cursor?: null;
        };
        /**
         * ServiceRead
         * @description `latency_ms` and `version` are of the last probe; a service may run in several copies.
         */
        ServiceRead: {
            /**
             * Circuit
             * @enum {string}
             */
            circuit: "closed" | "open" | "half_open";
            /** Connections */
            connections: number;
            /** Latency Ms */
            latency_ms: number | null;
            /** Name */
            name: string;
            /**
             * Status
             * @enum {string}
             */
            status: "up" | "down" | "unknown";
            /** Url */
            url: string;
            /** Version */
            version: string | null;
        };
        /**
         * SessionRead
         * @description `is_current`: the one this request was made with.
         */
        SessionRead: {
            /** Address */
            address: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Current */
            is_current: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** User Agent */
            user_agent: string | null;
        };
        /** Sessions */
        Sessions: {
            /** Items */
            items: components["schemas"]["SessionRead"][];
        };
        /**
         * Severity
         * @enum {string}
         */
        Severity: "low" | "medium" | "high";
        /**
         * Sex
         * @enum {string}
         */
        Sex: "male" | "female";
        /** ShareCreate */
        ShareCreate: {
            /** Expires In S */
            expires_in_s?: number | null;
        };
        /** ShareRead */
        ShareRead: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Url */
            url: string;
        };
        /** SignedInRead */
        SignedInRead: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type?: "bearer";
            user: components["schemas"]["UserRead"];
        };
        /** SignInMethodsRead */
        SignInMethodsRead: {
            /** Has Password */
            has_password: boolean;
            /** Passkeys */
            passkeys: number;
            /** Phone Verified */
            phone_verified: boolean;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Totp */
            totp: boolean;
        };
        /** Skip */
        Skip: {
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /**
         * Species
         * @enum {string}
         */
        Species: "dog" | "cat" | "other";
        /**
         * Stage
         * @enum {string}
         */
        Stage: "draft" | "submitted" | "in_review" | "needs_info" | "decided";
        /**
         * StandingRead
         * @description `status` is what counts now; `stage`, `documents` and `reason` are of the newest case.
         */
        StandingRead: {
            /** Documents */
            documents: components["schemas"]["UserDocumentRead"][];
            /** Reason */
            reason: string | null;
            stage: components["schemas"]["Stage"];
            status: components["schemas"]["Verification"];
            /** Verified Until */
            verified_until: string | null;
        };
        /** StateCount */
        StateCount: {
            channel: components["schemas"]["Channel"];
            /** Count */
            count: number;
            state: components["schemas"]["DeliveryState"];
        };
        /** Statistics */
        Statistics: {
            /** Deliveries */
            deliveries: components["schemas"]["StateCount"][];
            /** Notifications */
            notifications: {
                [key: string]: number;
            };
        };
        /**
         * StatsRead
         * @description What can be said of a walk; the true distance lies between `low_m` and `high_m` in nine of ten.
         *
         *     `coverage` is the share of the walk's time that was seen; `average_speed` in metres a second of moving.
         */
        StatsRead: {
            /** Average Speed */
            average_speed: number;
            /** Coverage */
            coverage: number;
            /** Distance M */
            distance_m: number;
            /** Duration S */
            duration_s: number;
            /** Gaps */
            gaps: components["schemas"]["GapRead"][];
            /** High M */
            high_m: number;
            /** In Vehicle S */
            in_vehicle_s: number;
            /** Jumps */
            jumps: number;
            /** Low M */
            low_m: number;
            /** Moving S */
            moving_s: number;
            /** Points */
            points: number;
            /** Raw Sha256 */
            raw_sha256: string;
            /** Revision */
            revision: number;
            state: components["schemas"]["TrackState"];
            /**
             * Track Id
             * Format: uuid
             */
            track_id: string;
        };
        /**
         * SurgeStep
         * @description From so many open orders for each free walker on (10000: one), the price is multiplied so.
         */
        SurgeStep: {
            /** Factor Bp */
            factor_bp: number;
            /** Orders Per Walker Bp */
            orders_per_walker_bp: number;
        };
        /**
         * TemplateCreate
         * @description `variables` are for a kind of one's own; those of the platform's kinds are fixed.
         */
        TemplateCreate: {
            /** Body */
            body: string;
            /**
             * Channel
             * @default inbox
             * @enum {string}
             */
            channel?: "inbox" | "email";
            /** Key */
            key: string;
            /**
             * Locale
             * @enum {string}
             */
            locale: "en" | "ru";
            /** Subject */
            subject: string;
            /**
             * Variables
             * @default {}
             */
            variables?: {
                [key: string]: "text" | "money" | "moment" | "date" | "number";
            };
        };
        /**
         * TemplateRead
         * @description `version` 0 came with the platform.
         */
        TemplateRead: {
            /** Body */
            body: string;
            channel: components["schemas"]["Channel"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Locale */
            locale: string;
            /** Subject */
            subject: string;
            /** Variables */
            variables: {
                [key: string]: string;
            };
            /** Version */
            version: number;
        };
        /**
         * TemplateWrite
         * @description Jinja, without anything that reaches outside of the text.
         */
        TemplateWrite: {
            /** Body */
            body: string;
            /** Subject */
            subject: string;
        };
        /** TestMessageRead */
        TestMessageRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            channel: components["schemas"]["Channel"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Recipient */
            recipient: string;
            state: components["schemas"]["DeliveryState"];
            /** Subject */
            subject: string;
            /** Text */
            text: string;
        };
        /** TestOutbox */
        TestOutbox: {
            /** Items */
            items: components["schemas"]["TestMessageRead"][];
        };
        /**
         * TicketRead
         * @description Good once, for `expires_in` seconds, from the same origin.
         */
        TicketRead: {
            /** Expires In */
            expires_in: number;
            /** Ticket */
            ticket: string;
        };
        /** Tier */
        Tier: {
            /** Fee Bp */
            fee_bp: number;
            /** Hours Before */
            hours_before: number;
        };
        /** Timeline */
        Timeline: {
            /** Items */
            items: components["schemas"]["TimelineRead"][];
        };
        /** TimelineRead */
        TimelineRead: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Kind */
            kind: string;
        };
        /**
         * TipCreate
         * @description Minor units of the order's currency.
         */
        TipCreate: {
            /** Amount */
            amount: number;
        };
        /** TipRead */
        TipRead: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /**
             * Order Id
             * Format: uuid
             */
            order_id: string;
            /**
             * Payment Id
             * Format: uuid
             */
            payment_id: string;
            /** Status */
            status: string;
        };
        /**
         * TokenRead
         * @description `expires_in` in seconds, of the access token.
         */
        TokenRead: {
            /** Access Token */
            access_token: string;
            /** Expires In */
            expires_in: number;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type?: "bearer";
        };
        /**
         * TopupCreate
         * @description With the `sandbox` provider, `payment_token` is one of `tok_success`, `tok_declined`,
         *     `tok_insufficient`, `tok_3ds`, `tok_timeout`.
         */
        TopupCreate: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Payment Token */
            payment_token: string;
            /** Provider */
            provider: string;
        };
        /** TopupRead */
        TopupRead: {
            /** Amount */
            amount: number;
            /** Confirmation Url */
            confirmation_url: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Failure Code */
            failure_code: string | null;
            /** Held For Review */
            held_for_review: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider */
            provider: string;
            /** Settled At */
            settled_at: string | null;
            status: components["schemas"]["TopupState"];
        };
        /**
         * TopupState
         * @enum {string}
         */
        TopupState: "requires_action" | "pending" | "reconciling" | "succeeded" | "failed";
        /** TotpCode */
        TotpCode: {
            /** Code */
            code: string;
        };
        /** TotpRemoval */
        TotpRemoval: {
            /** Current Password */
            current_password?: string | null;
            /** Totp Code */
            totp_code: string;
        };
        /**
         * TotpSetupRead
         * @description For the app by hand (`secret`), as a link (`uri`) or to be scanned (`qr`, an SVG as a data URI).
         */
        TotpSetupRead: {
            /** Qr */
            qr: string;
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /**
         * TrackFeature
         * @description GeoJSON; `geometry` is null while there are fewer than two places.
         */
        TrackFeature: {
            geometry: components["schemas"]["LineString"] | null;
            properties: components["schemas"]["TrackProperties"];
            /**
             * Type
             * @default Feature
             * @constant
             */
            type?: "Feature";
        };
        /**
         * TrackPolyline
         * @description Google's encoded polyline.
         */
        TrackPolyline: {
            /** Polyline */
            polyline: string;
            /**
             * Precision
             * @default 5
             * @constant
             */
            precision?: 5;
            /**
             * Track Id
             * Format: uuid
             */
            track_id: string;
        };
        /** TrackProperties */
        TrackProperties: {
            /** Distance M */
            distance_m: number | null;
            /** Finished At */
            finished_at: string | null;
            /** Revision */
            revision: number;
            /** Started At */
            started_at: string | null;
            state: components["schemas"]["TrackState"];
            /** Times */
            times: number[];
            /**
             * Track Id
             * Format: uuid
             */
            track_id: string;
        };
        /**
         * TrackRead
         * @description A walk's track; its id is the order's. The figures are empty until it has been measured.
         */
        TrackRead: {
            /**
             * Client Id
             * Format: uuid
             */
            client_id: string;
            /** Coverage */
            coverage: number | null;
            /** Distance M */
            distance_m: number | null;
            /** Duration S */
            duration_s: number | null;
            /** Finished At */
            finished_at: string | null;
            /** High M */
            high_m: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Seq */
            last_seq: number;
            /** Low M */
            low_m: number | null;
            /** Moving S */
            moving_s: number | null;
            /** Revision */
            revision: number;
            /** Started At */
            started_at: string | null;
            state: components["schemas"]["TrackState"];
            /** Walker Id */
            walker_id: string | null;
        };
        /**
         * TrackState
         * @enum {string}
         */
        TrackState: "planned" | "live" | "closing" | "final" | "cancelled";
        /**
         * TransactionRead
         * @description `amount` is positive when it came in; `reference` is the payment, top-up or transfer it belongs to.
         */
        TransactionRead: {
            /** Amount */
            amount: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Currency */
            currency: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /**
             * Journal Id
             * Format: uuid
             */
            journal_id: string;
            /** Kind */
            kind: string;
            /** Reference */
            reference: string | null;
        };
        /** TransferCreate */
        TransferCreate: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /** Note */
            note?: string | null;
            /**
             * To User Id
             * Format: uuid
             */
            to_user_id: string;
        };
        /** TransferRead */
        TransferRead: {
            /** Amount */
            amount: number;
            /** Currency */
            currency: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Note */
            note: string | null;
            /**
             * To User Id
             * Format: uuid
             */
            to_user_id: string;
        };
        /**
         * Trend
         * @enum {string}
         */
        Trend: "up" | "down" | "flat";
        /**
         * TrialBalance
         * @description All balances by currency and kind of account; each `total` is zero, or the books are wrong.
         */
        TrialBalance: {
            /** Is Balanced */
            is_balanced: boolean;
            /** Items */
            items: components["schemas"]["CurrencyBalance"][];
        };
        /**
         * Unit
         * @description `minor` is money of one currency: amounts of two are never added up.
         * @enum {string}
         */
        Unit: "count" | "minor" | "seconds" | "meters";
        /** UnreadCount */
        UnreadCount: {
            /** Unread */
            unread: number;
        };
        /**
         * UpcomingRead
         * @description `payable` can be paid out now and would arrive on `expected_on`; `upcoming` from its day on.
         */
        UpcomingRead: {
            /** Currency */
            currency: string;
            /**
             * Expected On
             * Format: date
             */
            expected_on: string;
            /** Minimum */
            minimum: number;
            /** Owed */
            owed: number;
            /** Payable */
            payable: number;
            /** Upcoming */
            upcoming: components["schemas"]["Earning"][];
        };
        /**
         * Usage
         * @description Each content counts once, however often it was sent.
         */
        Usage: {
            /** Files */
            files: number;
            /** Quota Bytes */
            quota_bytes: number;
            /** Used Bytes */
            used_bytes: number;
        };
        /** UsedCredential */
        UsedCredential: {
            /** Id */
            id: string;
            /** Rawid */
            rawId: string;
            response: components["schemas"]["Assertion"];
            /**
             * Type
             * @constant
             */
            type: "public-key";
        };
        /**
         * UserCard
         * @description What anybody signed in may see of a person.
         */
        UserCard: {
            /** Avatar Media Id */
            avatar_media_id: string | null;
            /** Display Name */
            display_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Walker */
            is_walker: boolean;
            /**
             * Member Since
             * Format: date-time
             */
            member_since: string;
        };
        /** UserDocumentRead */
        UserDocumentRead: {
            document_type: components["schemas"]["DocumentType"];
            /** Media Ids */
            media_ids: string[];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
        };
        /**
         * UserPatch
         * @description `reason_code` goes to other services, `reason` only to the audit log.
         */
        UserPatch: {
            /** Reason */
            reason?: string | null;
            /**
             * Reason Code
             * @default other
             * @enum {string}
             */
            reason_code?: "safety" | "fraud" | "complaints" | "request" | "other";
            /** Roles */
            roles?: components["schemas"]["Role"][] | null;
            /** Status */
            status?: ("active" | "suspended") | null;
        };
        /**
         * UserRead
         * @description All of one's own profile; also what operators see.
         */
        UserRead: {
            /** Avatar Media Id */
            avatar_media_id: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Display Name */
            display_name: string;
            /** Email */
            email: string;
            /** Email Bounced */
            email_bounced: boolean;
            /** Email Verified */
            email_verified: boolean;
            /** Full Name */
            full_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Locale */
            locale: string;
            /** Phone */
            phone: string | null;
            /** Phone Verified */
            phone_verified: boolean;
            /** Roles */
            roles: string[];
            status: components["schemas"]["UserStatus"];
            /** Timezone */
            timezone: string;
            /** Version */
            version: number;
        };
        /**
         * UserRejection
         * @description `reason` is shown to the walker; `reason_code` goes to other services.
         */
        UserRejection: {
            /** Reason */
            reason: string;
            /**
             * Reason Code
             * @default other
             * @enum {string}
             */
            reason_code?: "unreadable" | "mismatch" | "expired" | "not_accepted" | "other";
        };
        /**
         * UserStatus
         * @enum {string}
         */
        UserStatus: "active" | "suspended" | "erased";
        /** VaccinationRead */
        VaccinationRead: {
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Days Left */
            days_left: number | null;
            /** Expires At */
            expires_at: string | null;
            /**
             * Record Id
             * Format: uuid
             */
            record_id: string;
            /** Title */
            title: string;
        };
        /**
         * VaccinationStatusRead
         * @description `expiring`: within 30 days. `valid_until` is that of rabies where it is on file.
         */
        VaccinationStatusRead: {
            /**
             * Status
             * @enum {string}
             */
            status: "none" | "valid" | "expiring" | "expired";
            /** Vaccinations */
            vaccinations: components["schemas"]["VaccinationRead"][];
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * Verification
         * @enum {string}
         */
        Verification: "none" | "pending" | "approved" | "rejected" | "expired";
        /** VerificationRead */
        VerificationRead: {
            /** Decided At */
            decided_at: string | null;
            /** Documents */
            documents: components["schemas"]["UserDocumentRead"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Purge At */
            purge_at: string | null;
            /** Reason */
            reason: string | null;
            /** Reviewer Id */
            reviewer_id: string | null;
            stage: components["schemas"]["Stage"];
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected";
            /** Submitted At */
            submitted_at: string | null;
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /** Vet */
        Vet: {
            /** Address */
            address?: string | null;
            /** Name */
            name: string;
            /** Phone */
            phone?: string | null;
        };
        /**
         * View
         * @description How much of a pet its viewer sees.
         * @enum {string}
         */
        View: "full" | "walker";
        /** ViewRead */
        ViewRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Viewer Id
             * Format: uuid
             */
            viewer_id: string;
            /** What */
            what: string;
        };
        /** Views */
        Views: {
            /** Items */
            items: components["schemas"]["ViewRead"][];
        };
        /**
         * Visibility
         * @enum {string}
         */
        Visibility: "private" | "participants" | "public";
        /**
         * WalkerCard
         * @description What anybody may see: `home` is the middle of a cell of about 500 m that holds the real one.
         */
        WalkerCard: {
            /** Accepted Sizes */
            accepted_sizes: components["schemas"]["PetSize"][];
            /** Accepted Species */
            accepted_species: components["schemas"]["Species"][];
            /** Avatar Media Id */
            avatar_media_id: string | null;
            /** Badges */
            badges: string[];
            /** Bio */
            bio: string;
            /** Completed Walks */
            completed_walks: number;
            /** Display Name */
            display_name: string;
            /** Experience Years */
            experience_years: number;
            home: components["schemas"]["Point"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Verified */
            is_verified: boolean;
            /** Languages */
            languages: string[];
            /** Max Dogs */
            max_dogs: number;
            /**
             * Member Since
             * Format: date-time
             */
            member_since: string;
            /** Online */
            online: boolean;
            /** Rate Bp */
            rate_bp: number;
            /** Rating */
            rating: number | null;
            /** Rating Count */
            rating_count: number;
            /** Reliability */
            reliability: number | null;
            /** Service Radius M */
            service_radius_m: number;
            /** Skills */
            skills: string[];
            /** Takes Puppies */
            takes_puppies: boolean;
            /** Takes Reactive */
            takes_reactive: boolean;
        };
        /**
         * WalkerFound
         * @description `distance_m` is told in steps of 100 m.
         */
        WalkerFound: {
            /** Accepted Sizes */
            accepted_sizes: components["schemas"]["PetSize"][];
            /** Accepted Species */
            accepted_species: components["schemas"]["Species"][];
            /** Avatar Media Id */
            avatar_media_id: string | null;
            /** Badges */
            badges: string[];
            /** Bio */
            bio: string;
            /** Completed Walks */
            completed_walks: number;
            /** Display Name */
            display_name: string;
            /** Distance M */
            distance_m: number;
            /** Experience Years */
            experience_years: number;
            home: components["schemas"]["Point"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Verified */
            is_verified: boolean;
            /** Languages */
            languages: string[];
            /** Max Dogs */
            max_dogs: number;
            /**
             * Member Since
             * Format: date-time
             */
            member_since: string;
            /** Online */
            online: boolean;
            /** Rate Bp */
            rate_bp: number;
            /** Rating */
            rating: number | null;
            /** Rating Count */
            rating_count: number;
            /** Reliability */
            reliability: number | null;
            /** Service Radius M */
            service_radius_m: number;
            /** Skills */
            skills: string[];
            /** Takes Puppies */
            takes_puppies: boolean;
            /** Takes Reactive */
            takes_reactive: boolean;
        };
        /**
         * WalkerRead
         * @description A walker's own profile, his real home in it.
         */
        WalkerRead: {
            /** Accepted Sizes */
            accepted_sizes: components["schemas"]["PetSize"][];
            /** Accepted Species */
            accepted_species: components["schemas"]["Species"][];
            /** Area */
            area: {
                [key: string]: unknown;
            } | null;
            availability: components["schemas"]["Availability"];
            /** Bio */
            bio: string;
            /** Experience Years */
            experience_years: number;
            home: components["schemas"]["Point"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Languages */
            languages: string[];
            /** Max Dogs */
            max_dogs: number;
            /** Min Notice Minutes */
            min_notice_minutes: number;
            /** Online */
            online: boolean;
            /** Rate Bp */
            rate_bp: number;
            /** Service Radius M */
            service_radius_m: number;
            /** Skills */
            skills: string[];
            /** Takes Puppies */
            takes_puppies: boolean;
            /** Takes Reactive */
            takes_reactive: boolean;
            verification: components["schemas"]["Verification"];
            /** Verified Until */
            verified_until: string | null;
            /** Version */
            version: number;
        };
        /**
         * WalkerReplace
         * @description The whole profile; `area` (GeoJSON Polygon or MultiPolygon) replaces the circle around home.
         */
        WalkerReplace: {
            /**
             * Accepted Sizes
             * @default [
             *       "small",
             *       "medium",
             *       "large",
             *       "giant"
             *     ]
             */
            accepted_sizes?: components["schemas"]["PetSize"][];
            /**
             * Accepted Species
             * @default [
             *       "dog",
             *       "cat",
             *       "other"
             *     ]
             */
            accepted_species?: components["schemas"]["Species"][];
            /** Area */
            area?: {
                [key: string]: unknown;
            } | null;
            /**
             * Bio
             * @default
             */
            bio?: string;
            /**
             * Experience Years
             * @default 0
             */
            experience_years?: number;
            home?: components["schemas"]["Point"] | null;
            /**
             * Languages
             * @default []
             */
            languages?: string[];
            /**
             * Max Dogs
             * @default 1
             */
            max_dogs?: number;
            /**
             * Min Notice Minutes
             * @default 0
             */
            min_notice_minutes?: number;
            /**
             * Rate Bp
             * @default 10000
             */
            rate_bp?: number;
            /**
             * Service Radius M
             * @default 3000
             */
            service_radius_m?: number;
            /**
             * Skills
             * @default []
             */
            skills?: string[];
            /**
             * Takes Puppies
             * @default true
             */
            takes_puppies?: boolean;
            /**
             * Takes Reactive
             * @default true
             */
            takes_reactive?: boolean;
        };
        /**
         * WalkEventCreate
         * @description Without `pet_ids` it concerns all the dogs; without `at` it is now.
         */
        WalkEventCreate: {
            /** At */
            at?: string | null;
            /** Lat */
            lat?: number | null;
            /** Lon */
            lon?: number | null;
            /**
             * Media Ids
             * @default []
             */
            media_ids?: string[];
            /** Note */
            note?: string | null;
            /**
             * Pet Ids
             * @default []
             */
            pet_ids?: string[];
            type: components["schemas"]["WalkEventKind"];
        };
        /**
         * WalkEventKind
         * @enum {string}
         */
        WalkEventKind: "pee" | "poo" | "water" | "food" | "play" | "incident" | "photo" | "note";
        /** WalkEventRead */
        WalkEventRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /** Media Ids */
            media_ids: string[];
            /** Note */
            note: string | null;
            /** Pet Ids */
            pet_ids: string[];
            type: components["schemas"]["WalkEventKind"];
        };
        /**
         * WalletRead
         * @description `available` can be spent; `held` is set aside for orders.
         */
        WalletRead: {
            /** Available */
            available: number;
            /** Currency */
            currency: string;
            /** Held */
            held: number;
        };
        /**
         * WayRead
         * @description `reason` of a channel that cannot be used: `no_provider` or `no_address`.
         */
        WayRead: {
            /** Address */
            address: string | null;
            /** Available */
            available: boolean;
            /** Reason */
            reason: string | null;
            type: components["schemas"]["Channel"];
            /** Verified */
            verified: boolean;
        };
        /** Ways */
        Ways: {
            /** Items */
            items: components["schemas"]["WayRead"][];
            /**
             * User Id
             * Format: uuid
             */
            user_id: string;
        };
        /**
         * WeeklyHours
         * @description 0 is Monday; an `end` of 00:00 is midnight at the end of that day.
         */
        WeeklyHours: {
            /** End */
            end: string;
            /** Start */
            start: string;
            /** Weekday */
            weekday: number;
        };
        /**
         * WhatIfRead
         * @description The amount if this factor alone were different: `to` is its other value, null when it is absent.
         */
        WhatIfRead: {
            /** Amount */
            amount: number;
            /** Difference */
            difference: number;
            /** Factor */
            factor: string;
            /** To */
            to: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_public_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKeys"];
                };
            };
            /** @description `keys_are_secret`: Tokens are signed with a shared secret: there is no public key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analytics_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analytics_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analytics_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    analytics_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    list_alerts: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AlertRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge_alert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `alert_not_found`: There is no such alert */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    analytics_list_events: {
        parameters: {
            query?: {
                cursor?: string | null;
                /** @description inclusive */
                from?: string | null;
                kind?: components["schemas"]["EventKind"] | null;
                limit?: number;
                name?: string | null;
                order_id?: string | null;
                /** @description exclusive */
                to?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EventRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchTaken"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `kind_not_yours`: Events of this kind are not yours to write
             *
             *     `not_your_event`: An event may only name yourself as its user
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unstorable_text`: A text contains a character that cannot be stored
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests: slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_funnel: {
        parameters: {
            query?: {
                /** @description inclusive */
                from?: string | null;
                /** @description exclusive */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `empty_range`: from must be before to */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_kpis: {
        parameters: {
            query?: {
                /** @description of amounts of money */
                currency?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_KpiRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_kpi: {
        parameters: {
            query?: {
                /** @description of amounts of money */
                currency?: string | null;
            };
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KpiCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kpi_key_taken`: A KPI of that key exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_metric`: There is no metric of that key
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_kpi: {
        parameters: {
            query?: {
                /** @description of amounts of money */
                currency?: string | null;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kpi_not_found`: No such KPI */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_kpi: {
        parameters: {
            query?: {
                /** @description of amounts of money */
                currency?: string | null;
            };
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KpiFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kpi_not_found`: No such KPI */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `built_in`: What is built in keeps its definition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown_metric`: There is no metric of that key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_kpi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kpi_not_found`: No such KPI */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `built_in`: What is built in keeps its definition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_metrics: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MetricRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_metric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetricCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `metric_key_taken`: A metric of that key exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_metric: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `metric_not_found`: No such metric */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_metric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetricFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `metric_not_found`: No such metric */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `built_in`: What is built in keeps its definition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_metric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `metric_not_found`: No such metric */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `built_in`: What is built in keeps its definition
             *
             *     `metric_in_use`: A KPI is made of this metric
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_series: {
        parameters: {
            query?: {
                /** @description of amounts of money */
                currency?: string | null;
                /** @description inclusive */
                from?: string | null;
                granularity?: components["schemas"]["Granularity"];
                group_by?: string | null;
                timezone?: string;
                /** @description exclusive */
                to?: string | null;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsSeriesRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `metric_not_found`: No such metric */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `empty_range`: from must be before to
             *
             *     `range_too_long`: That is more than 1000 buckets: take a shorter range or a coarser granularity
             *
             *     `too_many_groups`: That property has more than 100 values in this range
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInRead"];
                };
            };
            /**
             * @description `invalid_credentials`: E-mail or password is wrong
             *
             *     `totp_required`: A code of the authenticator app is needed too
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended`: This account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_out_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sign_in_methods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethodsRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_phone_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCodeRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests: slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in_with_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneLogin"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInRead"];
                };
            };
            /**
             * @description `totp_required`: A code of the authenticator app is needed too
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended`: This account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code`: The code is wrong or has expired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkeys"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_passkeys`: So many passkeys are enough */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_not_accepted`: That is not the answer to our challenge */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_not_found`: No such passkey */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_sign_in_method`: That is the last way in to this account: add another one first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rename_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_not_found`: No such passkey */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_in_with_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyLogin"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInRead"];
                };
            };
            /** @description `invalid_passkey`: This passkey does not open anything here */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended`: This account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_passkey_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description `rate_limited`: Too many requests: slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_registration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_passkeys`: So many passkeys are enough */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forget_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Forgotten"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_code`: The code is wrong or has expired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRead"];
                };
            };
            /**
             * @description `invalid_refresh_token`: The refresh token is not valid
             *
             *     `token_reused`: This refresh token was used before: sign in again
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInRead"];
                };
            };
            /** @description `email_taken`: An account with this e-mail exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests: slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session_not_found`: No such session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_get_token"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRead"];
                };
            };
            /**
             * @description `invalid_credentials`: E-mail or password is wrong
             *
             *     `totp_required`: A code of the authenticator app is needed too
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `account_suspended`: This account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpRemoval"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `unauthorized`: A valid access token is needed
             *
             *     `unauthorized`: A valid access token is needed
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             *
             *     `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `totp_not_set_up`: No authenticator app is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts to sign in: wait a little
             *
             *     `too_many_attempts`: Too many attempts to sign in: wait a little
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enable_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /**
             * @description `unauthorized`: A valid access token is needed
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `totp_not_set_up`: No authenticator app is set up
             *
             *     `totp_enabled`: An authenticator app is set up already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /**
             * @description `unauthorized`: A valid access token is needed
             *
             *     `invalid_totp_code`: The code of the authenticator app is not valid
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `totp_not_set_up`: No authenticator app is set up */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_up_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSetupRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `totp_enabled`: An authenticator app is set up already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_attempts`: Too many attempts to sign in: wait a little */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeEntry"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code`: The code is wrong or has expired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resend_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_codes`: Too many codes were sent: try again later */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_phone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeEntry"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_phone`: There is no phone in the profile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_code`: The code is wrong or has expired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_phone_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_phone`: There is no phone in the profile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_codes`: Too many codes were sent: try again later */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_ws_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable`: The service cannot answer now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_chats: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                order_id?: string | null;
                type?: components["schemas"]["ChatType"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChatRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_chat: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended: it can read, but not write
             *
             *     `chat_not_writable`: This chat takes no messages
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_participant`: One of these people cannot be written to
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_chat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_chat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `not_your_group`: Only who made a group changes it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_messages: {
        parameters: {
            query?: {
                after_seq?: number | null;
                before_seq?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `chat_not_writable`: This chat takes no messages
             *
             *     `account_suspended`: This account is suspended: it can read, but not write
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client_message_id_taken`: Somebody else in this chat used this client_message_id */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_reply`: The message replied to is not in this chat
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests: slow down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat_id: string;
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `chat_not_found`: There is no such chat
             *
             *     `message_not_found`: There is no such message of yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat_id: string;
                message_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `chat_not_writable`: This chat takes no messages
             *
             *     `account_suspended`: This account is suspended: it can read, but not write
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `chat_not_found`: There is no such chat
             *
             *     `message_not_found`: There is no such message of yours
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message_deleted`: This message was deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_participant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantAdd"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `not_your_group`: Only who made a group changes it
             *
             *     `account_suspended`: This account is suspended: it can read, but not write
             *
             *     `chat_not_writable`: This chat takes no messages
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `fixed_members`: The people of this chat do not change
             *
             *     `group_full`: A group has at most 50 people
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_participant`: One of these people cannot be written to
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_participant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `not_your_group`: Only who made a group changes it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `fixed_members`: The people of this chat do not change */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMark"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadMark"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                chat_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chat_not_found`: There is no such chat */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: The reported person is not in this chat
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reports: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReportRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_support_queue: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChatRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_routes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingRules"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_platform_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceLines"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayStatistics"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_geofences: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GeofenceRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_geofence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GeofenceCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeofenceRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_shape`: This shape is no area
             *
             *     `too_many_geofences`: You have as many geofences as you may have
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_geofence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                geofence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeofenceRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `geofence_not_found`: There is no such geofence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_geofence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                geofence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `geofence_not_found`: There is no such geofence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_geofence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                geofence_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GeofencePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeofenceRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `geofence_not_found`: There is no such geofence */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_shape`: This shape is no area */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_accounts: {
        parameters: {
            query?: {
                currency?: string | null;
                cursor?: string | null;
                kind?: string | null;
                limit?: number;
                owner_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_adjustments: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                status?: components["schemas"]["AdjustmentState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AdjustmentRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_adjustment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `recipient_not_found`: Nobody with that id has a wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: This idempotency key was used for another request
             *
             *     `currency_not_supported`: There are no wallets in that currency
             *
             *     `limit_exceeded`: That is more than one payment may be
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_adjustment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                adjustment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_funds`: There is not enough money in the wallet */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `adjustment_not_found`: No such adjustment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `adjustment_decided`: This adjustment has been decided on
             *
             *     `second_person_needed`: Who proposed it cannot decide on it, nor can who it is for
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_adjustment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                adjustment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `adjustment_not_found`: No such adjustment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `adjustment_decided`: This adjustment has been decided on
             *
             *     `second_person_needed`: Who proposed it cannot decide on it, nor can who it is for
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entries: {
        parameters: {
            query?: {
                account_id?: number | null;
                cursor?: string | null;
                kind?: string | null;
                limit?: number;
                reference?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EntryRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_held_topups: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TopupRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_topup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                topup_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopupRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `topup_not_found`: No such top-up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_review`: This top-up does not wait for a review */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_trial_balance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_points: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAccepted"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_position: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `position_not_shared`: A walker's position is shown only between the start and the finish of the walk
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `position_not_found`: There is no position to show */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_own_position: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `position_not_found`: There is no position to show */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_nearby: {
        parameters: {
            query: {
                kind?: "walker";
                lat: number;
                limit?: number;
                lon: number;
                radius_m?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearbyList"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_markets: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MarketRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_market: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `market_code_taken`: A market of that code exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_area`: The area must be a valid GeoJSON Polygon or MultiPolygon
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_market: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarketFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `market_not_found`: No such market */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_area`: The area must be a valid GeoJSON Polygon or MultiPolygon */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_media: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MediaRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_media: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Only JPEG, PNG and WebP pictures and PDF documents are taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `multipart_expected`: Send one file as multipart/form-data in the field `file`
             *
             *     `broken_file`: The file is broken or pretends to be what it is not
             *
             *     `too_many_pixels`: The picture unfolds to more pixels than are taken
             *
             *     `too_much_metadata`: The picture carries more metadata than are taken
             *
             *     `quota_exceeded`: Your space is used up: delete files you no longer need
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_unavailable`: The file store cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_media: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `document_sealed`: Only a reviewer opens a verification document
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media_not_found`: There is no such file, or it is not for you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_media: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `document_sealed`: Only a reviewer opens a verification document
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media_not_found`: There is no such file, or it is not for you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `legal_hold_in_place`: The file belongs to an open case and cannot be deleted now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_media: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediaPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media_not_found`: There is no such file, or it is not for you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `visibility_not_allowed`: A file attached there is seen by those it was attached for */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_content: {
        parameters: {
            query?: {
                share?: string | null;
            };
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The range that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description It is what the caller has already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_sealed`: Only a reviewer opens a verification document
             *
             *     `share_link_invalid`: This link is not valid or has expired
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `media_not_found`: There is no such file, or it is not for you
             *
             *     `variant_not_found`: A document has no pictures of itself
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `range_not_satisfiable`: The file has no such range */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `broken_file`: The file is broken or pretends to be what it is not */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_unavailable`: The file store cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    share_media: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `document_sealed`: Only a reviewer opens a verification document
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media_not_found`: There is no such file, or it is not for you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_variant: {
        parameters: {
            query?: {
                share?: string | null;
            };
            header?: never;
            path: {
                media_id: string;
                name: "thumbnail" | "preview" | "large";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The range that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description It is what the caller has already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `document_sealed`: Only a reviewer opens a verification document
             *
             *     `share_link_invalid`: This link is not valid or has expired
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `media_not_found`: There is no such file, or it is not for you
             *
             *     `variant_not_found`: A document has no pictures of itself
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `range_not_satisfiable`: The file has no such range */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `broken_file`: The file is broken or pretends to be what it is not */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `storage_unavailable`: The file store cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_document_views: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                media_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Views"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media_not_found`: There is no such file, or it is not for you */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_media_of_context: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                context_id: string;
                type: components["schemas"]["ContextType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MediaRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_usage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_channels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ways"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_timezone`: There is no such time zone
             *
             *     `category_cannot_be_muted`: Messages about safety and the account itself always come
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: {
                key?: string | null;
                locale?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TemplateRead_"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_exists`: This template exists: write its next version */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_template`: The template cannot be rendered
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_not_found`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_not_found`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_template`: The template cannot be rendered */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_not_found`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_not_found`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_variable`: A variable of the template is missing or of the wrong type
             *
             *     `invalid_template`: The template cannot be rendered
             *
             *     `unknown_timezone`: There is no such time zone
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                category?: components["schemas"]["Category"] | null;
                cursor?: string | null;
                limit?: number;
                unread?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NotificationRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notification_not_found`: There is no such notification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notification_not_found`: There is no such notification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_all: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadCount"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_notification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Announcement"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementReceipt"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `template_not_found`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `missing_variable`: A variable of the template is missing or of the wrong type
             *
             *     `invalid_template`: The template cannot be rendered
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    api_gateway_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    api_gateway_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_orders: {
        parameters: {
            query?: {
                cursor?: string | null;
                from?: string | null;
                limit?: number;
                role?: ("client" | "walker") | null;
                status?: components["schemas"]["OrderStatus"][] | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrderRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quote_not_found`: No such quote */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `quote_expired`: The quote has expired: ask for a new one
             *
             *     `quote_used`: The quote has been used for an order already
             *
             *     `slot_taken`: The walker has another booking at that time
             *
             *     `walker_not_available`: This walker cannot take that walk
             *
             *     `promo_exhausted`: The promo code has been used up since the quote was made
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `slot_taken`: The walker has another booking at that time
             *
             *     `walker_not_available`: This walker cannot take that walk
             *
             *     `insufficient_funds`: There is not enough money in the wallet for the new price
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scheduled_in_the_past`: A walk cannot begin in the past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_access_log: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLog"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reveal_access: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtDoor"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessNotes"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `access_sealed`: The access notes stay sealed
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    arrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtDoor"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `too_far_from_pickup`: You are too far from the pickup
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `fee_out_of_range`: A fee is at most the order's amount
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_cancellation_fee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancellationFee"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attempt_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAttemptCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactAttemptRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `too_far_from_pickup`: You are too far from the pickup
             *
             *     `no_show_not_proven`: The client's absence is not proven yet
             *
             *     `attempt_too_soon`: Give the client a minute to answer
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_dispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `dispute_window_closed`: The time for disputes is over
             *
             *     `already_disputed`: This order has been disputed already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeal_dispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `dispute_window_closed`: The time for disputes is over
             *
             *     `nothing_to_appeal`: There is no decision that could be appealed
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_dispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeResolve"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_out_of_range`: That much cannot be refunded
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_disputes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disputes"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    go_en_route: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_list_events: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WalkEventRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkEventCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkEventRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_pet`: That pet is not on this walk
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finish_walk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtFinish"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `too_far_from_pickup`: You are too far from the pickup
             *
             *     `home_safe_incomplete`: The home-safe protocol is not complete
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `place_needed`: Say where you are
             *
             *     `reason_needed`: Say why
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_order_incidents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_incident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The order is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown_pet`: That pet is not on this walk
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_incident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                incident_id: string;
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentClose"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `order_not_found`: No such order
             *
             *     `incident_not_found`: No such incident
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `incident_closed_already`: The incident has been closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_incident_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                incident_id: string;
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentNoteCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `order_not_found`: No such order
             *
             *     `incident_not_found`: No such incident
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `incident_closed_already`: The incident has been closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_no_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtDoor"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `too_far_from_pickup`: You are too far from the pickup
             *
             *     `no_show_not_proven`: The client's absence is not proven yet
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReportRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `report_not_ready`: There is no report before the walk is finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `already_reviewed`: You have reviewed this walk already
             *
             *     `review_window_closed`: The time for reviews is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_walk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AtDoor"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `wrong_pin`: The start PIN is wrong
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `too_far_from_pickup`: You are too far from the pickup
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tip_walker: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TipCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TipRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_funds`: There is not enough money in the wallet */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_not_found`: No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_transition`: The order is not in a state for that
             *
             *     `tipping_window_closed`: The time for tips is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_feed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_feed: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `calendar_not_found`: There is no such calendar, or its address was withdrawn */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_incidents: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: components["schemas"]["IncidentState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IncidentRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offers"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                offer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `offer_not_found`: No such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `offer_taken`: Another walker was faster
             *
             *     `offer_closed`: The offer is no longer open
             *
             *     `slot_taken`: The walker has another booking at that time
             *
             *     `invalid_transition`: The order is not in a state for that
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_offer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                offer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `offer_not_found`: No such offer */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `offer_taken`: Another walker was faster
             *
             *     `offer_closed`: The offer is no longer open
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rules: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                market?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PricingRuleRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_pricing_rule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PricingRuleCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricingRuleRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `market_not_found`: No such market */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricingRuleRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pricing_rule_not_found`: No such pricing rule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pricing_rule_not_found`: No such pricing rule */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rule_in_force`: Prices that have been in force are kept: add the next version instead */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_promo_codes: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PromoRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_promo_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promo_code_taken`: There is a promo code of that name already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_promo_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promo_code_not_found`: No such promo code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_promo_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                promo_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promo_code_not_found`: No such promo code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_promo_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `promo_code_not_found`: No such promo code */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_promo_codes: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PromoRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote_walk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `scheduled_in_the_past`: A walk cannot begin in the past
             *
             *     `vaccination_required`: This market wants a valid vaccination
             *
             *     `promo_not_applicable`: This promo code is not for this order
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quote_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `quote_not_found`: No such quote */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reviews: {
        parameters: {
            query: {
                cursor?: string | null;
                limit?: number;
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReviewRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRemoval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_found`: No such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_removed`: The review has been removed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reply_to_review: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                review_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewReply"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_found`: No such review */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_replied`: You have replied already
             *
             *     `review_removed`: The review has been removed
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_series: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SeriesRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_series: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_recurrence`: This recurrence rule cannot be followed
             *
             *     `scheduled_in_the_past`: A walk cannot begin in the past
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_series: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_not_found`: No such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_series: {
        parameters: {
            query?: {
                cancel_booked?: boolean;
            };
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_not_found`: No such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_ended`: The series has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_series: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_not_found`: No such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_ended`: The series has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_recurrence`: This recurrence rule cannot be followed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_one: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Move"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `series_not_found`: No such series
             *
             *     `occurrence_not_found`: The series has no walk then
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `series_ended`: The series has ended
             *
             *     `ambiguous_occurrence`: The series has several walks on that day: say which
             *
             *     `slot_taken`: The walker has another booking at that time
             *
             *     `walker_not_available`: This walker cannot take that walk
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `scheduled_in_the_past`: A walk cannot begin in the past
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_series: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pause"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_not_found`: No such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_ended`: The series has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_series: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_not_found`: No such series */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_ended`: The series has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skip_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Skip"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `series_not_found`: No such series
             *
             *     `occurrence_not_found`: The series has no walk then
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `series_ended`: The series has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payments: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                order_id?: string | null;
                status?: components["schemas"]["PaymentState"][] | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PaymentRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found`: No such payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found`: No such payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_receipt`: Nothing has been paid yet, so there is no receipt */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_receipt_pdf: {
        parameters: {
            query?: {
                locale?: "en" | "ru";
            };
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found`: No such payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing_to_receipt`: Nothing has been paid yet, so there is no receipt */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_found`: No such payment */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payment_not_captured`: Only captured money can be refunded */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_exceeds_capture`: More than was captured cannot be refunded
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `charge_not_found`: There is nothing to confirm here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `charge_not_found`: There is nothing to confirm here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `charge_not_found`: There is nothing to confirm here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payouts: {
        parameters: {
            query?: {
                cursor?: string | null;
                everybody?: boolean;
                limit?: number;
                status?: components["schemas"]["PayoutState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PayoutRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_payout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `payouts_are_for_walkers`: Only walkers are paid out
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination_not_found`: No such payout destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: This idempotency key was used for another request
             *
             *     `below_minimum`: That is less than the least that is paid out
             *
             *     `not_payable`: That is more than can be paid out now
             *
             *     `currency_not_supported`: There are no wallets in that currency
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payout_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payout_not_found`: No such payout */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_payout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                payout_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payout_not_found`: No such payout */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payout_decided`: This payout does not wait for a decision
             *
             *     `another_person_needed`: Another person must decide on this
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_payout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                payout_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRejection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payout_not_found`: No such payout */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payout_decided`: This payout does not wait for a decision
             *
             *     `another_person_needed`: Another person must decide on this
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_destinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationList"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `payouts_are_for_walkers`: Only walkers are paid out
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_destination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `payouts_are_for_walkers`: Only walkers are paid out
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_mismatch`: This idempotency key was used for another request
             *
             *     `provider_not_available`: There is no such payment provider
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_destination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                destination_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `payouts_are_for_walkers`: Only walkers are paid out
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `destination_not_found`: No such payout destination */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_upcoming: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpcomingRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `payouts_are_for_walkers`: Only walkers are paid out
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_pets: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PetRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_pet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PetFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPetRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPetRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_pet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PetFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPetRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_archived`: The pet is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_pet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_archived`: The pet is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_pet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PetPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPetRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_archived`: The pet is archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_care_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareCardRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    share_pet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPetRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `person_not_found`: There is no such person
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_owner`: The owner needs no second share */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_sharing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_medical_records: {
        parameters: {
            query?: {
                type?: components["schemas"]["MedicalType"] | null;
            };
            header?: never;
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicalRecords"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_medical_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MedicalFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicalRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `expires_too_early`: A record cannot expire before its date
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_medical_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicalRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `medical_record_not_found`: The pet has no such record
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_medical_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                pet_id: string;
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MedicalFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicalRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `medical_record_not_found`: The pet has no such record
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `expires_too_early`: A record cannot expire before its date */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_medical_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `medical_record_not_found`: The pet has no such record
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_medical_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_photos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photos"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_photo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    media_id: string;
                };
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: That does not fit the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The file is of a type that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `media_not_usable`: The file is not yours, not usable or attached to something else
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `photo_not_found`: The pet has no such photo
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_primary_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `pet_not_found`: There is no such pet, or it is not yours
             *
             *     `photo_not_found`: The pet has no such photo
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_vaccination_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaccinationStatusRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `pet_not_found`: There is no such pet, or it is not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_breeds: {
        parameters: {
            query?: {
                limit?: number;
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breeds"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_outbox: {
        parameters: {
            query?: {
                recipient?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestOutbox"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    empty_outbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_scenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioWrite"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tracks: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                role?: ("client" | "walker") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TrackRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_track: {
        parameters: {
            query?: {
                format?: "geojson" | "gpx" | "polyline";
                simplify_m?: number;
            };
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The line in the format asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["TrackFeature"];
                    "application/gpx+xml": string;
                    "application/json": components["schemas"]["TrackPolyline"] | components["schemas"]["TrackFeature"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `track_not_found`: There is no such track */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_track_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatsRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `track_not_found`: There is no such track */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `track_not_started`: The walk has not begun */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_users: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                query?: string | null;
                role?: components["schemas"]["Role"] | null;
                status?: components["schemas"]["UserStatus"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UserRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_user_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCard"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `own_rights`: Nobody changes his own rights */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                actor_id?: string | null;
                cursor?: string | null;
                limit?: number;
                subject_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_blocks: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UserCard_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `oneself_refused`: That is yourself */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_block: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_favorites: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WalkerCard_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_favorite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                walker_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `walker_not_found`: No such walker
             *
             *     `user_not_found`: No such user
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `oneself_refused`: That is yourself */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_favorite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                walker_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_profile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileReplace"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken`: An account with this e-mail exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts to sign in: wait a little
             *
             *     `too_many_codes`: Too many codes were sent: try again later
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_profile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfilePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `password_required`: The present password is needed for that
             *
             *     `sign_in_again`: Sign in again for that
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `email_taken`: An account with this e-mail exists already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_many_attempts`: Too many attempts to sign in: wait a little
             *
             *     `too_many_codes`: Too many codes were sent: try again later
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_verifications: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                status?: ("pending" | "approved" | "rejected") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VerificationRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Approval"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `verification_not_found`: No such verification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `own_verification`: Nobody decides on his own documents
             *
             *     `invalid_transition`: The verification is not in a state for that
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRejection"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `verification_not_found`: No such verification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `own_verification`: Nobody decides on his own documents
             *
             *     `invalid_transition`: The verification is not in a state for that
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `verification_not_found`: No such verification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `own_verification`: Nobody decides on his own documents
             *
             *     `invalid_transition`: The verification is not in a state for that
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_up_verification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `verification_not_found`: No such verification */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `own_verification`: Nobody decides on his own documents
             *
             *     `invalid_transition`: The verification is not in a state for that
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hand_in_documents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentsCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_transition`: The verification is not in a state for that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request is invalid
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_walkers: {
        parameters: {
            query: {
                at?: string | null;
                dogs?: number;
                lat: number;
                limit?: number;
                lon: number;
                min_rating?: number | null;
                puppy?: boolean;
                radius_m?: number;
                reactive?: boolean;
                size?: components["schemas"]["PetSize"] | null;
                species?: components["schemas"]["Species"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WalkerFound_"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `upstream_failed`: A service this one depends on failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_walker_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                walker_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerCard"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `walker_not_found`: No such walker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_own_walker: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `user_not_found`: No such user
             *
             *     `walker_not_found`: No such walker
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_own_walker: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag last seen, or * */
                "if-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkerReplace"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerRead"];
                };
            };
            /** @description `invalid_etag`: If-Match must carry an ETag this service gave */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition_failed`: It was changed by somebody else in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_area`: The area must be a valid GeoJSON Polygon or MultiPolygon */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_availability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Availability"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_walker`: Fill in your walker's profile first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    go_offline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_walker`: Fill in your walker's profile first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    go_online: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkerRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             *
             *     `account_suspended`: This account is suspended
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `user_not_found`: No such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_walker`: Fill in your walker's profile first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_mismatch`: This idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_wallet: {
        parameters: {
            query?: {
                currency?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_statement: {
        parameters: {
            query?: {
                currency?: string | null;
                format?: "csv" | "pdf";
                locale?: "en" | "ru";
                month?: string | null;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                    "text/csv": unknown;
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `month_or_year`: A statement is of one month or of one year */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_topups: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TopupRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    top_up: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopupCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopupRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payment_declined`: The payment was declined
             *
             *     `insufficient_funds`: There is not enough money in the wallet
             */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_not_available`: There is no such payment provider
             *
             *     `limit_exceeded`: That is more than one payment may be
             *
             *     `currency_not_supported`: There are no wallets in that currency
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_topup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topup_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopupRead"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `topup_not_found`: No such top-up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_transactions: {
        parameters: {
            query?: {
                currency?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TransactionRead_"];
                };
            };
            /** @description `invalid_cursor`: This cursor was not made by this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
                /** @description The same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferRead"];
                };
            };
            /** @description `invalid_idempotency_key`: An idempotency key has 1 to 255 characters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_funds`: There is not enough money in the wallet */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_denied`: Your role does not allow that
             *
             *     `view_only`: Whoever looks with another's eyes may only look
             *
             *     `second_factor_required`: Your rights want a second factor: set one up, or sign in with it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `recipient_not_found`: Nobody with that id has a wallet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `transfer_to_oneself`: That is your own wallet
             *
             *     `limit_exceeded`: That is more than one payment may be
             *
             *     `currency_not_supported`: There are no wallets in that currency
             *
             *     `idempotency_mismatch`: This idempotency key was used for another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chat_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chat_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chat_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    chat_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    api_gateway_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayLiveness"];
                };
            };
        };
    };
    api_gateway_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    location_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    location_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    location_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    location_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    media_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    media_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    media_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    media_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    notification_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notification_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notification_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    notification_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    order_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    order_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    payment_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payment_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    payment_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    pet_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pet_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pet_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    pet_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    user_list_dead_events: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadEvent"][];
                };
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_replay_dead_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: A valid access token is needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `permission_denied`: Your role does not allow that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dead_event_not_found`: No such event was given up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request is invalid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    user_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
