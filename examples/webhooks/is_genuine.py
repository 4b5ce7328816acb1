import base64, hashlib, hmac, time

def is_genuine(headers: dict, body: bytes, secret: str) -> bool:
    """headers: with names in small letters; body: the bytes as they came; secret: that of `webhook-secret`."""
    timestamp, signature = headers.get("webhook-timestamp", ""), headers.get("webhook-signature", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) >= 300:
        return False
    key = base64.b64decode(secret[6:]) if secret.startswith("whsec_") else secret.encode()
    signed = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return hmac.compare_digest(signature, expected)
