# Your own resources stand here. These keep what they are given, and need no provider and no cloud.
variable "image_tag" {
  type = string
}

resource "terraform_data" "task_definition" {
  input = "registry.sparc.example/api-gateway:${var.image_tag}"
}

resource "terraform_data" "service" {
  input = terraform_data.task_definition.output
}

output "image_tag" {
  value = var.image_tag
}
